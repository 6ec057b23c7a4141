package io.xunjian.functions;

import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.wire.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What judges are told beside events: up to when to judge, or a rule file that is taken.
 *
 * @param horizon epoch ms up to which the run judges, {@link io.xunjian.rules.Instants#NEVER} for a live run
 * @param rule the file, {@code null} where this tells the horizon
 */
public record Control(long horizon, Announcement rule) {

    public static final Codec<Control> CODEC = new ControlCodec();

    public static Control horizon(long instant) {
        return new Control(instant, null);
    }

    public static Control rule(Announcement rule) {
        return new Control(0, rule);
    }

    private static final class ControlCodec implements Codec<Control> {

        @Override
        public String name() {
            return "control";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(Control control, DataOutput out) throws IOException {
            out.writeBoolean(control.rule != null);
            if (control.rule != null) {
                Announcement.CODEC.write(control.rule, out);
            } else {
                out.writeLong(control.horizon);
            }
        }

        @Override
        public Control read(int version, DataInput in) throws IOException {
            return in.readBoolean()
                    ? rule(Announcement.CODEC.read(Announcement.CODEC.version(), in))
                    : horizon(in.readLong());
        }
    }
}
