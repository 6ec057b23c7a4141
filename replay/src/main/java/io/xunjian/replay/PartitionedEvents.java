package io.xunjian.replay;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.wire.ByteSink;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One thread's events of one kind, by the hash of their key. */
final class PartitionedEvents {

    private final FactKind<?> kind;
    private final PackedEvents[] partitions;
    private final int shift;
    private final ByteSink packed = new ByteSink();

    /** @param count a power of two */
    PartitionedEvents(FactKind<?> kind, int count, MemoryGuard memory) {
        this.kind = kind;
        this.partitions = new PackedEvents[count];
        this.shift = Integer.SIZE - Integer.numberOfTrailingZeros(count);
        for (int i = 0; i < count; i++) {
            partitions[i] = new PackedEvents(memory);
        }
    }

    /** Adds an event; {@code false} if it is no fact of this kind. */
    boolean add(Event event) throws TooBigForMemory {
        String key = kind.keyOf(event);
        if (key == null) {
            return false;
        }
        packed.clear();
        try {
            Event.CODEC.write(event, packed);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail", e);
        }
        partitions[(key.hashCode() * 0x9E3779B9) >>> shift].add(packed);
        return true;
    }

    PackedEvents of(int partition) {
        return partitions[partition];
    }
}
