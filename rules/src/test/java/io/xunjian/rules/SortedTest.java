package io.xunjian.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.rules.testing.Seeds;
import io.xunjian.rules.wire.Wire;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SortedTest {

    /** Compares by its number alone. */
    private record Note(int number, int revision) implements Comparable<Note> {

        static Note newer(Note a, Note b) {
            return a.revision >= b.revision ? a : b;
        }

        @Override
        public int compareTo(Note other) {
            return Integer.compare(number, other.number);
        }
    }

    @Test
    void itIsASortedSetHoweverManyThereAre() {
        Seeds.each(60, (seed, random) -> {
            int range = List.of(3, 100, 127, 128, 129, 400, 2_000).get(random.nextInt(7));
            TreeSet<Integer> expected = new TreeSet<>();
            Sorted<Integer> set = Sorted.empty();
            for (int i = random.nextInt(3 * range); i >= 0; i--) {
                int element = random.nextInt(range);
                expected.add(element);
                set = set.union(Sorted.of(element));
                if (random.nextInt(200) == 0) {
                    int least = random.nextInt(range);
                    expected.headSet(least).clear();
                    set = set.where(each -> each >= least);
                }
            }
            assertSame(set, expected, range);
        });
    }

    @Test
    void chunksSplitAtEitherEndAndInTheMiddle() {
        List<Integer> up = IntStream.range(0, 1_000).boxed().toList();
        List<Integer> down = new ArrayList<>(up);
        Collections.reverse(down);
        List<Integer> outwards = new ArrayList<>(up);
        outwards.sort((a, b) -> Integer.compare(Math.abs(a - 500), Math.abs(b - 500)));
        for (List<Integer> order : List.of(up, down, outwards)) {
            assertSame(set(order), new TreeSet<>(up), 1_000);
            assertThat(set(order)).isEqualTo(set(up)).hasSameHashCodeAs(set(up)).hasToString(up.toString());
        }
    }

    @Test
    void aUnionIsTheSameFromEitherSide() {
        Seeds.each(100, (seed, random) -> {
            List<Integer> some = some(random);
            List<Integer> others = some(random);
            TreeSet<Integer> both = new TreeSet<>(some);
            both.addAll(others);
            assertSame(set(some).union(set(others)), both, 1_000);
            assertThat(set(some).union(set(others))).isEqualTo(set(others).union(set(some)));
            assertThat(set(some).union(set(some))).isEqualTo(set(some));
        });
    }

    @Test
    void whatAUnionTakesFromIsAsItWas() {
        Sorted<Integer> before =
                set(IntStream.range(0, 300).map(i -> 2 * i).boxed().toList());
        Sorted<Integer> same = set(before.stream().toList());
        Sorted<Integer> more = before.union(set(List.of(-1, 251, 599)));
        assertThat(more.size()).isEqualTo(303);
        assertThat(before).isEqualTo(same).isNotEqualTo(more);
    }

    @Test
    void ofTwoThatAreTheSameTheJoinOfBothIsKept() {
        Seeds.each(100, (seed, random) -> {
            List<Note> notes = new ArrayList<>();
            for (int i = random.nextInt(500); i >= 0; i--) {
                notes.add(new Note(random.nextInt(200), random.nextInt(5)));
            }
            Sorted<Note> a = Sorted.empty();
            Sorted<Note> b = Sorted.empty();
            for (Note note : notes) {
                a = random.nextBoolean() ? a.union(Sorted.of(note), Note::newer) : a;
                b = b.union(Sorted.of(note), Note::newer);
            }
            Sorted<Note> both = a.union(b, Note::newer);
            assertThat(both).isEqualTo(b).isEqualTo(b.union(a, Note::newer));
            for (Note note : notes) {
                assertThat(both.get(note).revision()).isGreaterThanOrEqualTo(note.revision());
            }
        });
    }

    @Test
    void whereAllAreKeptNothingIsCopied() {
        Sorted<Integer> set = set(List.of(1, 2, 3));
        assertThat(set.where(each -> each > 0)).isSameAs(set);
        assertThat(set.where(each -> each > 3)).isEqualTo(Sorted.empty());
        assertThat(set.union(Sorted.of(2))).isSameAs(set);
    }

    @Test
    void itComesOutOfStateAsItWentIn() throws IOException {
        for (int size : new int[] {0, 1, 127, 128, 129, 256, 257, 1_000}) {
            Sorted<Integer> set = set(IntStream.range(0, size).boxed().toList());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            set.write((element, out) -> Wire.writeNumber(element, out), new DataOutputStream(bytes));
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            Sorted<Integer> read = Sorted.read(element -> (int) Wire.readNumber(element), in);
            assertThat(in.available()).isZero();
            assertThat(read).isEqualTo(set).hasSameHashCodeAs(set);
            assertSame(read.union(Sorted.of(-7)), with(set, -7), size);
        }
    }

    @Test
    void anEmptyOneHasNothing() {
        Sorted<Integer> none = Sorted.empty();
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.first()).isNull();
        assertThat(none.last()).isNull();
        assertThat(none.get(1)).isNull();
        assertThat(none.contains(1)).isFalse();
        assertThat(none).isEmpty();
        Iterator<Integer> iterator = none.iterator();
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }

    private static void assertSame(Sorted<Integer> set, SortedSet<Integer> expected, int range) {
        assertThat(set).containsExactlyElementsOf(expected);
        assertThat(set.size()).isEqualTo(expected.size());
        assertThat(set.isEmpty()).isEqualTo(expected.isEmpty());
        assertThat(set.first()).isEqualTo(expected.isEmpty() ? null : expected.first());
        assertThat(set.last()).isEqualTo(expected.isEmpty() ? null : expected.last());
        for (int element = -1; element <= range; element++) {
            assertThat(set.contains(element)).isEqualTo(expected.contains(element));
        }
    }

    private static SortedSet<Integer> with(Sorted<Integer> set, int element) {
        TreeSet<Integer> all = new TreeSet<>(set.stream().toList());
        all.add(element);
        return all;
    }

    private static List<Integer> some(Random random) {
        List<Integer> some = new ArrayList<>();
        for (int i = random.nextInt(600); i > 0; i--) {
            some.add(random.nextInt(1_000));
        }
        return some;
    }

    private static Sorted<Integer> set(List<Integer> elements) {
        Sorted<Integer> set = Sorted.empty();
        for (Integer element : elements) {
            set = set.union(Sorted.of(element));
        }
        return set;
    }
}
