package io.xunjian.rules;

import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An immutable sorted set for facts. Adding one element copies one chunk and the list of chunks, not the whole, so that a
 * key with a million facts costs no more per fact than one with a thousand. Elements that compare as equal are the same.
 *
 * @param <T> immutable
 */
public final class Sorted<T extends Comparable<? super T>> implements Iterable<T> {

    private static final int CHUNK = 128;
    private static final Sorted<?> EMPTY = new Sorted<>(new Object[0][], 0);

    /** Each with at least one element, all in order. */
    private final Object[][] chunks;

    private final int size;

    private Sorted(Object[][] chunks, int size) {
        this.chunks = chunks;
        this.size = size;
    }

    @SuppressWarnings("unchecked")
    public static <T extends Comparable<? super T>> Sorted<T> empty() {
        return (Sorted<T>) EMPTY;
    }

    public static <T extends Comparable<? super T>> Sorted<T> of(T element) {
        return new Sorted<>(new Object[][] {{element}}, 1);
    }

    /** @param inOrder strictly ascending */
    private static <T extends Comparable<? super T>> Sorted<T> ofAll(List<T> inOrder) {
        Object[][] chunks = new Object[(inOrder.size() + CHUNK - 1) / CHUNK][];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = inOrder.subList(i * CHUNK, Math.min((i + 1) * CHUNK, inOrder.size()))
                    .toArray();
        }
        return new Sorted<>(chunks, inOrder.size());
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The least element, {@code null} if there is none. */
    public T first() {
        return size == 0 ? null : at(0, 0);
    }

    /** The greatest element, {@code null} if there is none. */
    public T last() {
        return size == 0 ? null : at(chunks.length - 1, chunks[chunks.length - 1].length - 1);
    }

    /** The element that compares as equal to this one, {@code null} if there is none. */
    public T get(T element) {
        if (size == 0) {
            return null;
        }
        int chunk = chunkFor(element);
        int at = Arrays.binarySearch(chunks[chunk], element);
        return at < 0 ? null : at(chunk, at);
    }

    public boolean contains(T element) {
        return get(element) != null;
    }

    /** Both together; of two that are the same, this one's. */
    public Sorted<T> union(Sorted<T> other) {
        return union(other, (mine, theirs) -> mine);
    }

    /**
     * Both together.
     *
     * @param join makes one of two that are the same; in either order of its arguments
     */
    public Sorted<T> union(Sorted<T> other, BinaryOperator<T> join) {
        Sorted<T> all = size >= other.size ? this : other;
        for (T element : size >= other.size ? other : this) {
            all = all.with(element, join);
        }
        return all;
    }

    private Sorted<T> with(T element, BinaryOperator<T> join) {
        if (size == 0) {
            return of(element);
        }
        int chunk = chunkFor(element);
        int at = Arrays.binarySearch(chunks[chunk], element);
        return at < 0 ? inserted(chunk, -at - 1, element) : replaced(chunk, at, join.apply(at(chunk, at), element));
    }

    private Sorted<T> replaced(int chunk, int at, T element) {
        if (element == chunks[chunk][at]) {
            return this;
        }
        Object[][] all = chunks.clone();
        all[chunk] = chunks[chunk].clone();
        all[chunk][at] = element;
        return new Sorted<>(all, size);
    }

    private Sorted<T> inserted(int chunk, int at, T element) {
        Object[] before = chunks[chunk];
        Object[] grown = Arrays.copyOf(before, before.length + 1);
        grown[at] = element;
        System.arraycopy(before, at, grown, at + 1, before.length - at);
        if (grown.length <= CHUNK) {
            Object[][] all = chunks.clone();
            all[chunk] = grown;
            return new Sorted<>(all, size + 1);
        }
        Object[][] all = Arrays.copyOf(chunks, chunks.length + 1);
        System.arraycopy(chunks, chunk, all, chunk + 1, chunks.length - chunk);
        all[chunk] = Arrays.copyOf(grown, CHUNK / 2);
        all[chunk + 1] = Arrays.copyOfRange(grown, CHUNK / 2, grown.length);
        return new Sorted<>(all, size + 1);
    }

    /** The first chunk whose last element is not less than this one, or the last chunk. */
    @SuppressWarnings("unchecked")
    private int chunkFor(T element) {
        int low = 0;
        int high = chunks.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (((T) chunks[middle][chunks[middle].length - 1]).compareTo(element) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @SuppressWarnings("unchecked")
    private T at(int chunk, int index) {
        return (T) chunks[chunk][index];
    }

    /** Those that the condition holds for; this set itself, if it holds for all. */
    public Sorted<T> where(Predicate<T> condition) {
        List<T> kept = stream().filter(condition).toList();
        return kept.size() == size ? this : ofAll(kept);
    }

    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {
            private int chunk;
            private int index;

            @Override
            public boolean hasNext() {
                return chunk < chunks.length;
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                T next = at(chunk, index);
                index++;
                if (index == chunks[chunk].length) {
                    chunk++;
                    index = 0;
                }
                return next;
            }
        };
    }

    public void write(Wire.Element<T> element, DataOutput out) throws IOException {
        Wire.writeNumber(size, out);
        for (T each : this) {
            element.write(each, out);
        }
    }

    public static <T extends Comparable<? super T>> Sorted<T> read(Wire.ElementReader<T> element, DataInput in)
            throws IOException {
        int size = (int) Wire.readNumber(in);
        if (size == 0) {
            return empty();
        }
        List<T> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(element.read(in));
        }
        return ofAll(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sorted<?> set
                && size == set.size
                && stream().toList().equals(set.stream().toList());
    }

    @Override
    public int hashCode() {
        return stream().toList().hashCode();
    }

    @Override
    public String toString() {
        return stream().toList().toString();
    }
}
