package io.xunjian.connectors.rules;

import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A record of the control topic.
 *
 * @param offset of the record in its topic, which has one partition
 * @param publishedAt epoch ms, the record's own timestamp; negative without one
 * @param file its value, {@code null} for a tombstone or what is not UTF-8
 */
public record PublishedRule(long offset, long publishedAt, String file) {

    public static final Codec<PublishedRule> CODEC = new PublishedRuleCodec();

    private static final class PublishedRuleCodec implements Codec<PublishedRule> {

        @Override
        public String name() {
            return "published-rule";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(PublishedRule rule, DataOutput out) throws IOException {
            out.writeLong(rule.offset);
            out.writeLong(rule.publishedAt);
            Wire.writeText(rule.file, out);
        }

        @Override
        public PublishedRule read(int version, DataInput in) throws IOException {
            return new PublishedRule(in.readLong(), in.readLong(), Wire.readText(in));
        }
    }
}
