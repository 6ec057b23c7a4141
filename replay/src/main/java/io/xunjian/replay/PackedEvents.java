package io.xunjian.replay;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.wire.ByteSink;
import io.xunjian.rules.wire.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Events in the order in which they were added, packed: some 45 bytes for an order's payment. Few objects, so that the
 * garbage collector has nothing to look at. Not for use by two threads at once.
 */
final class PackedEvents {

    private static final int FIRST_CHUNK = 1 << 9;
    private static final int LARGEST_CHUNK = 1 << 15;

    private final MemoryGuard memory;
    private final List<ByteSink> chunks = new ArrayList<>();

    PackedEvents(MemoryGuard memory) {
        this.memory = memory;
    }

    /**
     * Adds an event.
     *
     * @param packed the event as its codec writes it, in a sink that is used again
     */
    void add(ByteSink packed) throws TooBigForMemory {
        roomFor(packed.length()).write(packed.bytes(), 0, packed.length());
    }

    private ByteSink roomFor(int bytes) throws TooBigForMemory {
        ByteSink last = chunks.isEmpty() ? null : chunks.get(chunks.size() - 1);
        if (last != null && bytes <= last.capacity() - last.length()) {
            return last;
        }
        int usual = last == null ? FIRST_CHUNK : Math.min(LARGEST_CHUNK, last.capacity() * 2);
        int room = Math.max(bytes, usual);
        memory.take(room);
        ByteSink chunk = new ByteSink(room);
        chunks.add(chunk);
        return chunk;
    }

    /** Takes an event; fails where memory does. */
    @FunctionalInterface
    interface Taker {
        void take(Event event) throws IOException;
    }

    /** Gives every event, in order. */
    void forEach(Taker taker) throws IOException {
        ByteSource source = new ByteSource();
        for (ByteSink chunk : chunks) {
            source.reset(chunk.bytes(), 0);
            while (source.at() < chunk.length()) {
                taker.take(Event.CODEC.read(Event.CODEC.version(), source));
            }
        }
    }

    /** Forgets all of them. */
    void clear() {
        chunks.forEach(chunk -> memory.giveBack(chunk.capacity()));
        chunks.clear();
    }
}
