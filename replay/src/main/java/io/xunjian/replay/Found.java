package io.xunjian.replay;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Utf8Order;
import io.xunjian.rules.trial.Trial;
import io.xunjian.rules.trial.TrialCounter;
import io.xunjian.rules.wire.ByteSink;
import io.xunjian.rules.wire.ByteSource;
import io.xunjian.rules.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The breaches that one thread found, packed: some 200 bytes each. Those that only a sweep finds are counted, not kept. */
final class Found {

    private static final int CHUNK = 1 << 20;

    /** Where a breach lies; in the order of alerts, by raisedAt, then alertId. */
    record Place(long raisedAt, long books, ByteSink chunk, int at) implements Comparable<Place> {

        /** Whether any of those books found it. */
        boolean isOf(long some) {
            return (books & some) != 0;
        }

        Finding read(ByteSource source) throws IOException {
            return Finding.CODEC.read(Finding.CODEC.version(), source.reset(chunk.bytes(), at));
        }

        /** With which the bytes begin. */
        String alertId() {
            try {
                return Wire.readText(new ByteSource().reset(chunk.bytes(), at));
            } catch (IOException e) {
                throw new UncheckedIOException("Memory cannot fail", e);
            }
        }

        @Override
        public int compareTo(Place other) {
            int byTime = Long.compare(raisedAt, other.raisedAt);
            return byTime != 0 ? byTime : Utf8Order.compare(alertId(), other.alertId());
        }
    }

    private final MemoryGuard memory;
    private final List<Place> places = new ArrayList<>();
    private final TrialCounter counter;
    private final long kept;
    private final ByteSink packed = new ByteSink();
    private ByteSink chunk = new ByteSink(0);

    Found(Trial trial, MemoryGuard memory) {
        this.memory = memory;
        this.counter = new TrialCounter(trial);
        this.kept = trial.kept();
    }

    void add(Finding finding, long books) throws TooBigForMemory {
        counter.add(finding, books);
        if ((books & kept) != 0) {
            keep(finding, books & kept);
        }
    }

    private void keep(Finding finding, long books) throws TooBigForMemory {
        packed.clear();
        try {
            Finding.CODEC.write(finding, packed);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail", e);
        }
        if (packed.length() > chunk.capacity() - chunk.length()) {
            int room = Math.max(CHUNK, packed.length());
            memory.take(room);
            chunk = new ByteSink(room);
        }
        places.add(new Place(finding.raisedAt(), books, chunk, chunk.length()));
        chunk.write(packed.bytes(), 0, packed.length());
    }

    List<Place> places() {
        return places;
    }

    TrialCounter counter() {
        return counter;
    }
}
