package io.xunjian.rules.trial;

import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What some books of a trial find, say, or take for a fact.
 *
 * @param books the set of them
 */
public record Tried<T>(T what, long books) {

    /** Whether any of these books is among them. */
    public boolean isOf(long some) {
        return (books & some) != 0;
    }

    /** The first of them. */
    public int firstBook() {
        return Long.numberOfTrailingZeros(books);
    }

    /** The codec of such values. */
    public static <T> Codec<Tried<T>> codec(Codec<T> of) {
        return new TriedCodec<>(of);
    }

    private record TriedCodec<T>(Codec<T> of) implements Codec<Tried<T>> {

        @Override
        public String name() {
            return "tried-" + of.name();
        }

        @Override
        public int version() {
            return of.version();
        }

        @Override
        public void write(Tried<T> tried, DataOutput out) throws IOException {
            Wire.writeNumber(tried.books, out);
            of.write(tried.what, out);
        }

        @Override
        public Tried<T> read(int version, DataInput in) throws IOException {
            long books = Wire.readNumber(in);
            return new Tried<>(of.read(version, in), books);
        }
    }
}
