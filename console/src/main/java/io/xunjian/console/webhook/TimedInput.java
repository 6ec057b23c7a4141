package io.xunjian.console.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Reads from a socket until a point in time: who sends a byte now and then does not hold us for ever. */
final class TimedInput extends InputStream {

    private final Socket socket;
    private final InputStream in;
    private final long end;

    /**
     * Reads.
     *
     * @param end as {@link System#nanoTime()} will say it
     */
    TimedInput(Socket socket, long end) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        socket.setSoTimeout((int) left);
        return in.read(bytes, from, length);
    }
}
