package io.xunjian.bench.peers.decode;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads bytes in large blocks of whole lines; of what is read only a block's last, broken line is moved. */
final class Blocks implements Closeable {

    private static final int SIZE = 1 << 18;

    private final InputStream in;
    private byte[] bytes = new byte[SIZE];
    private int length;
    private int end;
    private boolean isAtEnd;

    Blocks(InputStream in) {
        this.in = in;
    }

    /** Goes to the next block; {@code false} at the end. */
    boolean next() throws IOException {
        System.arraycopy(bytes, length, bytes, 0, end - length);
        end -= length;
        length = 0;
        while (length == 0 && !isAtEnd) {
            if (end == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            int read = in.read(bytes, end, bytes.length - end);
            isAtEnd = read < 0;
            end += Math.max(read, 0);
            length = isAtEnd ? end : endOfLastLine();
        }
        return length > 0;
    }

    private int endOfLastLine() {
        int at = end;
        while (at > 0 && bytes[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    /** The block lies in these from the first on; good until the next call of {@link #next}. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
