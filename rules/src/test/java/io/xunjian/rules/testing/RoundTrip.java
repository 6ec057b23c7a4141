package io.xunjian.rules.testing;

import io.xunjian.rules.wire.Codec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a value and reads it again. */
public final class RoundTrip {

    private RoundTrip() {}

    /** What the codec reads of what it wrote; it must read all of it. */
    public static <T> T of(Codec<T> codec, T value) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            codec.write(value, new DataOutputStream(bytes));
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            T read = codec.read(codec.version(), in);
            if (in.read() >= 0) {
                throw new AssertionError(codec.name() + " left bytes unread of " + value);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
