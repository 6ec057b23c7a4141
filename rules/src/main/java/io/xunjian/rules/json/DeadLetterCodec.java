package io.xunjian.rules.json;

import io.xunjian.rules.event.Stream;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A dead letter on its way to a sink. */
final class DeadLetterCodec implements Codec<DeadLetter> {

    @Override
    public String name() {
        return "dead-letter";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(DeadLetter letter, DataOutput out) throws IOException {
        out.writeByte(letter.stream().ordinal());
        Wire.writeText(letter.file(), out);
        Wire.writeNumber(letter.partition(), out);
        Wire.writeNumber(letter.position(), out);
        out.writeByte(letter.reason().ordinal());
        Wire.writeText(letter.field(), out);
        out.writeBoolean(letter.value() != null);
        if (letter.value() != null) {
            Wire.writeNumber(letter.value().length, out);
            out.write(letter.value());
        }
    }

    @Override
    public DeadLetter read(int version, DataInput in) throws IOException {
        return new DeadLetter(
                Stream.at(in.readByte()),
                Wire.readText(in),
                (int) Wire.readNumber(in),
                Wire.readNumber(in),
                Reason.values()[in.readByte()],
                Wire.readText(in),
                in.readBoolean() ? readBytes(in) : null);
    }

    private static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[(int) Wire.readNumber(in)];
        in.readFully(bytes);
        return bytes;
    }
}
