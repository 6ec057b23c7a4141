package io.xunjian.rules.wire;

import java.io.DataInput;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;

/** Bytes being read from memory, fast: what codecs read from. Used again after {@link #reset}. */
public final class ByteSource implements DataInput {

    private byte[] bytes = {};
    private int at;

    /** Reads from there on. */
    public ByteSource reset(byte[] newBytes, int from) {
        bytes = newBytes;
        at = from;
        return this;
    }

    /** Where the next byte is read. */
    public int at() {
        return at;
    }

    @Override
    public void readFully(byte[] into) throws EOFException {
        readFully(into, 0, into.length);
    }

    @Override
    public void readFully(byte[] into, int offset, int count) throws EOFException {
        check(count);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
    }

    /** The text in so many bytes of UTF-8, without a copy of them on the way. */
    String readText(int count) throws EOFException {
        check(count);
        at += count;
        return new String(bytes, at - count, count, StandardCharsets.UTF_8);
    }

    private void check(int count) throws EOFException {
        if (at + count > bytes.length) {
            throw new EOFException("Wanted " + count + " bytes, " + (bytes.length - at) + " are left");
        }
    }

    @Override
    public int skipBytes(int count) {
        int skipped = Math.min(count, bytes.length - at);
        at += skipped;
        return skipped;
    }

    @Override
    public boolean readBoolean() {
        return readByte() != 0;
    }

    @Override
    public byte readByte() {
        return bytes[at++];
    }

    @Override
    public int readUnsignedByte() {
        return bytes[at++] & 0xFF;
    }

    @Override
    public short readShort() {
        return (short) readUnsignedShort();
    }

    @Override
    public int readUnsignedShort() {
        return (readUnsignedByte() << 8) | readUnsignedByte();
    }

    @Override
    public char readChar() {
        return (char) readUnsignedShort();
    }

    @Override
    public int readInt() {
        return (readUnsignedShort() << 16) | readUnsignedShort();
    }

    @Override
    public long readLong() {
        return ((long) readInt() << 32) | (readInt() & 0xFFFFFFFFL);
    }

    @Override
    public float readFloat() {
        return Float.intBitsToFloat(readInt());
    }

    @Override
    public double readDouble() {
        return Double.longBitsToDouble(readLong());
    }

    /** Not in what codecs write. */
    @Override
    public String readLine() {
        throw new UnsupportedOperationException("Read text with Wire.readText");
    }

    /** Not in what codecs write. */
    @Override
    public String readUTF() {
        throw new UnsupportedOperationException("Read text with Wire.readText");
    }
}
