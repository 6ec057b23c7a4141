package io.xunjian.replay;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Utf8Order;
import io.xunjian.rules.files.AlertTotals;
import io.xunjian.rules.wire.ByteSink;
import io.xunjian.rules.wire.ByteSource;
import io.xunjian.rules.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The breaches that one thread found, packed: some 200 bytes each. */
final class Found {

    private static final int CHUNK = 1 << 20;

    /** Where a breach lies; in the order of alerts, by raisedAt, then alertId. */
    record Place(long raisedAt, ByteSink chunk, int at) implements Comparable<Place> {

        Finding read(ByteSource source) throws IOException {
            return Finding.CODEC.read(Finding.CODEC.version(), source.reset(chunk.bytes(), at));
        }

        /** With which the bytes begin. */
        private String alertId() {
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
    private final AlertTotals totals = new AlertTotals();
    private final ByteSink packed = new ByteSink();
    private ByteSink chunk = new ByteSink(0);

    Found(MemoryGuard memory) {
        this.memory = memory;
    }

    void add(Finding finding) throws TooBigForMemory {
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
        places.add(new Place(finding.raisedAt(), chunk, chunk.length()));
        chunk.write(packed.bytes(), 0, packed.length());
        totals.add(finding);
    }

    List<Place> places() {
        return places;
    }

    AlertTotals totals() {
        return totals;
    }
}
