package io.xunjian.rules.book;

import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * A rule file that was published while jobs ran, and is taken.
 *
 * @param file all of it, YAML: every version of the rule that was ever in force, and those to come
 * @param publishedAt epoch ms
 */
public record Announcement(String ruleCode, String file, long publishedAt) implements Serializable {

    public static final Codec<Announcement> CODEC = new AnnouncementCodec();

    private static final class AnnouncementCodec implements Codec<Announcement> {

        @Override
        public String name() {
            return "announcement";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(Announcement announcement, DataOutput out) throws IOException {
            Wire.writeText(announcement.ruleCode, out);
            Wire.writeText(announcement.file, out);
            out.writeLong(announcement.publishedAt);
        }

        @Override
        public Announcement read(int version, DataInput in) throws IOException {
            return new Announcement(Wire.readText(in), Wire.readText(in), in.readLong());
        }
    }
}
