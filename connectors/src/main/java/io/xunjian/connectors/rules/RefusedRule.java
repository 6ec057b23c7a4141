package io.xunjian.connectors.rules;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A rule file that was published and is not taken, with every reason: a dead letter of the control topic.
 *
 * @param faults one sentence each
 */
public record RefusedRule(PublishedRule rule, List<String> faults) {

    public static final Codec<RefusedRule> CODEC = new RefusedRuleCodec();

    private static final JsonFactory JSON = new JsonFactory();

    /** One JSON object, UTF-8. */
    public byte[] toJson() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("stream", "rules");
            json.writeNumberField("partition", 0);
            json.writeNumberField("offset", rule.offset());
            json.writeStringField("reason", "RULE_REFUSED");
            json.writeArrayFieldStart("faults");
            for (String fault : faults) {
                json.writeString(fault);
            }
            json.writeEndArray();
            json.writeStringField("value", rule.file());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static final class RefusedRuleCodec implements Codec<RefusedRule> {

        @Override
        public String name() {
            return "refused-rule";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(RefusedRule refused, DataOutput out) throws IOException {
            PublishedRule.CODEC.write(refused.rule, out);
            Wire.writeList(refused.faults, Wire::writeText, out);
        }

        @Override
        public RefusedRule read(int version, DataInput in) throws IOException {
            return new RefusedRule(
                    PublishedRule.CODEC.read(PublishedRule.CODEC.version(), in), Wire.readList(Wire::readText, in));
        }
    }
}
