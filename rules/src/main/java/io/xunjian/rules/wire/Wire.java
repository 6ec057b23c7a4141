package io.xunjian.rules.wire;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The few encodings that codecs are made of: numbers in as few bytes as they need, text without a length limit. */
public final class Wire {

    private Wire() {}

    /** Writes 7 bits a byte, the lowest first: 1 byte below 128, 6 bytes for an instant of this century. */
    public static void writeNumber(long value, DataOutput out) throws IOException {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    public static long readNumber(DataInput in) throws IOException {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** Writes text or {@code null}. */
    public static void writeText(String text, DataOutput out) throws IOException {
        if (text == null) {
            out.writeByte(0);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeNumber(bytes.length + 1L, out);
        out.write(bytes);
    }

    public static String readText(DataInput in) throws IOException {
        int length = (int) readNumber(in) - 1;
        if (length < 0) {
            return null;
        }
        if (in instanceof ByteSource source) {
            return source.readText(length);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public static <T> void writeList(List<T> list, Element<T> element, DataOutput out) throws IOException {
        writeNumber(list.size(), out);
        for (T value : list) {
            element.write(value, out);
        }
    }

    public static <T> List<T> readList(ElementReader<T> element, DataInput in) throws IOException {
        int size = (int) readNumber(in);
        if (size == 0) {
            return List.of();
        }
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(element.read(in));
        }
        return List.copyOf(list);
    }

    /** Writes one element of a list. */
    @FunctionalInterface
    public interface Element<T> {
        void write(T value, DataOutput out) throws IOException;
    }

    /** Reads one element of a list. */
    @FunctionalInterface
    public interface ElementReader<T> {
        T read(DataInput in) throws IOException;
    }
}
