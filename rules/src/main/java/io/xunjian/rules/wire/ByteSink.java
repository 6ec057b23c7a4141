package io.xunjian.rules.wire;

import java.io.DataOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes being written to memory, fast: what codecs write to. Used again after {@link #clear}. */
public final class ByteSink implements DataOutput {

    private byte[] bytes;
    private int length;

    public ByteSink() {
        this(256);
    }

    /** @param room for so many bytes; more is made where it is needed */
    public ByteSink(int room) {
        this.bytes = new byte[room];
    }

    public void clear() {
        length = 0;
    }

    public int length() {
        return length;
    }

    /** How many bytes there is room for, those that were written among them. */
    public int capacity() {
        return bytes.length;
    }

    /** What was written, in the first {@link #length} of these; good until the next write. */
    public byte[] bytes() {
        return bytes;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void grow(int by) {
        bytes = Arrays.copyOf(bytes, Math.max(length + by, bytes.length * 2));
    }

    @Override
    public void write(int value) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = (byte) value;
    }

    @Override
    public void write(byte[] from) {
        write(from, 0, from.length);
    }

    @Override
    public void write(byte[] from, int offset, int count) {
        if (count > bytes.length - length) {
            grow(count);
        }
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    @Override
    public void writeBoolean(boolean value) {
        write(value ? 1 : 0);
    }

    @Override
    public void writeByte(int value) {
        write(value);
    }

    @Override
    public void writeShort(int value) {
        write(value >>> 8);
        write(value);
    }

    @Override
    public void writeChar(int value) {
        writeShort(value);
    }

    @Override
    public void writeInt(int value) {
        writeShort(value >>> 16);
        writeShort(value);
    }

    @Override
    public void writeLong(long value) {
        writeInt((int) (value >>> 32));
        writeInt((int) value);
    }

    @Override
    public void writeFloat(float value) {
        writeInt(Float.floatToIntBits(value));
    }

    @Override
    public void writeDouble(double value) {
        writeLong(Double.doubleToLongBits(value));
    }

    @Override
    public void writeBytes(String text) {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void writeChars(String text) {
        for (int i = 0; i < text.length(); i++) {
            writeChar(text.charAt(i));
        }
    }

    /** Not {@code DataOutput}'s modified form: no codec uses it. */
    @Override
    public void writeUTF(String text) {
        throw new UnsupportedOperationException("Write text with Wire.writeText");
    }
}
