package io.xunjian.rules.files;

import io.xunjian.rules.json.EventDecoder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Splits bytes into lines without copying them. Blank lines are passed over, a carriage return before the end of a line is
 * no part of it. A line of more than a record's {@link EventDecoder#LARGEST largest} size may be given cut off, but
 * longer than that.
 */
public final class LineReader implements Closeable {

    private static final int INITIAL = 1 << 18;
    private static final int LONGEST = EventDecoder.LARGEST + 2;

    private final InputStream in;
    private final long limit;
    private byte[] buffer = new byte[INITIAL];

    /** The line at hand. */
    private int from;

    private int length;

    /** Where the next line begins, and the end of what was read. */
    private int next;

    private int end;
    private boolean isAtEnd;
    private long lines;

    /** How many bytes lie before the next line. */
    private long position;

    public LineReader(InputStream in) {
        this(in, Long.MAX_VALUE);
    }

    private LineReader(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    /**
     * Reads the lines of a compressed file; one of no bytes has none.
     *
     * @throws BrokenFile here or later, if it is not a whole gzip file
     */
    public static LineReader ofCompressed(Path file) throws IOException {
        return new LineReader(GzipFile.open(file));
    }

    /**
     * Reads the lines of a file that begin in {@code [start, end)}, in bytes: parts that adjoin give each line once.
     * Numbers them from 1.
     */
    public static LineReader ofPart(Path file, long start, long end) throws IOException {
        FileChannel channel = FileChannel.open(file);
        long first = Math.max(0, start - 1);
        LineReader reader = new LineReader(Channels.newInputStream(channel.position(first)), end - first);
        if (start > 0) {
            reader.readLine();
        }
        return reader;
    }

    /** Goes to the next line that is not blank; {@code false} at the end. */
    public boolean next() throws IOException {
        while (position < limit && readLine()) {
            lines++;
            if (!isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** The bytes that the line lies in; good until the next call of {@link #next}. */
    public byte[] buffer() {
        return buffer;
    }

    public int from() {
        return from;
    }

    public int length() {
        return length;
    }

    /** The number of the line at hand from 1, blank ones counted; at the end, how many there were. */
    public long line() {
        return lines;
    }

    private boolean readLine() throws IOException {
        int scanned = next;
        while (true) {
            for (int i = scanned; i < end; i++) {
                if (buffer[i] == '\n') {
                    take(i, i + 1);
                    return true;
                }
            }
            scanned = end - next;
            if (isAtEnd) {
                return takeRest();
            }
            if (scanned > LONGEST) {
                passOverLongLine();
                return true;
            }
            fill();
            scanned += next;
        }
    }

    private void take(int lineEnd, int nextLine) {
        from = next;
        length = lineEnd - next;
        if (length > 0 && buffer[lineEnd - 1] == '\r') {
            length--;
        }
        position += nextLine - next;
        next = nextLine;
    }

    private boolean takeRest() {
        boolean isThere = next < end;
        if (isThere) {
            take(end, end);
        }
        return isThere;
    }

    /** Reads on to the end of a line that is too long, and forgets what it reads. */
    private void passOverLongLine() throws IOException {
        byte[] start = Arrays.copyOfRange(buffer, next, next + EventDecoder.LARGEST + 1);
        position += end - next;
        next = end;
        while (!isAtEnd) {
            fill();
            for (int i = next; i < end; i++) {
                if (buffer[i] == '\n') {
                    position += i + 1 - next;
                    next = i + 1;
                    holdApart(start);
                    return;
                }
            }
            position += end - next;
            next = end;
        }
        holdApart(start);
    }

    /** Puts the cut line before what was read, so that it can be given like any other. */
    private void holdApart(byte[] start) {
        byte[] both = new byte[Math.max(INITIAL, start.length + end - next)];
        System.arraycopy(start, 0, both, 0, start.length);
        System.arraycopy(buffer, next, both, start.length, end - next);
        end = start.length + end - next;
        next = start.length;
        buffer = both;
        from = 0;
        length = start.length;
    }

    private void fill() throws IOException {
        if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, end - next);
            end -= next;
            next = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, end, buffer.length - end);
        isAtEnd = read < 0;
        end += Math.max(read, 0);
    }

    private boolean isBlank() {
        if (length > EventDecoder.LARGEST) {
            return false; // too large for a record, and perhaps cut off
        }
        for (int i = from; i < from + length; i++) {
            byte b = buffer[i];
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
