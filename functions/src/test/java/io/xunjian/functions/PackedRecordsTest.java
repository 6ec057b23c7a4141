package io.xunjian.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.testing.Seeds;
import io.xunjian.rules.wire.ByteSink;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is added, replaced and taken away, what is there is what was put there last, in no more room than there is. */
class PackedRecordsTest {

    private static final int ROOM = 1 << 11;
    private static final int LONGEST = 200;

    private final Map<Integer, byte[]> expected = new HashMap<>();
    private final PackedRecords records = new PackedRecords(ROOM);
    private int refused;

    @Test
    void holdsWhatWasPutThereLast() {
        Seeds.each(200, (seed, random) -> {
            PackedRecordsTest run = new PackedRecordsTest();
            for (int step = 0; step < 300; step++) {
                run.step(random);
                run.check();
            }
            assertThat(run.refused).isPositive();
        });
    }

    @Test
    void thereIsRoomForAnotherWhereOneHasGone() {
        for (int i = 0; i < 10_000; i++) {
            int slot = records.add(record(new byte[LONGEST]));
            assertThat(slot).isNotEqualTo(PackedRecords.NO_ROOM);
            records.remove(slot);
        }
    }

    @Test
    void mostOfTheRoomCanBeUsedHoweverOldItIs() {
        int size = 50;
        Deque<Integer> slots = new ArrayDeque<>();
        int most = 0;
        for (int i = 0; i < 10_000; i++) {
            int slot = records.add(record(new byte[size]));
            if (slot == PackedRecords.NO_ROOM) {
                records.remove(slots.remove());
            } else {
                slots.add(slot);
                most = Math.max(most, slots.size());
            }
            boolean isWarm = i > 100;
            assertThat(isWarm && slots.size() * size < ROOM / 2).isFalse();
        }
        assertThat(most * size).isGreaterThan(ROOM * 2 / 3);
    }

    @Test
    void takesNoneThatAreTooLongAndNoneWithoutRoom() {
        assertThat(records.add(record(new byte[ROOM / 4]))).isEqualTo(PackedRecords.NO_ROOM);
        assertThat(new PackedRecords(0).add(record(new byte[1]))).isEqualTo(PackedRecords.NO_ROOM);
    }

    private void step(Random random) {
        byte[] bytes = new byte[random.nextInt(LONGEST)];
        random.nextBytes(bytes);
        int slot = random.nextInt(30);
        if (!expected.containsKey(slot)) {
            int added = records.add(record(bytes));
            if (added == PackedRecords.NO_ROOM) {
                refused++;
            } else {
                assertThat(expected.put(added, bytes)).isNull();
            }
        } else if (random.nextInt(3) > 0) {
            if (records.replace(slot, record(bytes))) {
                expected.put(slot, bytes);
            } else {
                expected.remove(slot);
            }
        } else {
            expected.remove(slot);
            records.remove(slot);
        }
    }

    private void check() throws IOException {
        int taken = 0;
        int size = 0;
        for (int slot = 0; slot < records.slots(); slot++) {
            assertThat(records.isTaken(slot)).isEqualTo(expected.containsKey(slot));
            if (records.isTaken(slot)) {
                taken++;
                size += records.length(slot);
                ByteSink copy = new ByteSink();
                records.copy(slot, copy);
                assertThat(copy.toByteArray()).isEqualTo(expected.get(slot));
            }
        }
        assertThat(taken).isEqualTo(expected.size());
        assertThat(size).isLessThanOrEqualTo(ROOM);
    }

    private static ByteSink record(byte[] bytes) {
        ByteSink sink = new ByteSink();
        sink.write(bytes);
        return sink;
    }
}
