package io.xunjian.replay;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.wire.ByteSink;
import io.xunjian.rules.wire.ByteSource;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The facts of a share of the keys, packed: entries of a key and its facts lie one behind the other in one array of bytes,
 * where the garbage collector has nothing to look at. A slot says where an entry lies and its key's hash: a slot of
 * another key is passed without touching the entry. Open addressing, at most three quarters full. To unpack and pack a
 * busy key's facts for each event would cost the square of their number: large facts are kept as they are, and their entry
 * is the key alone. Not for use by two threads at once.
 */
final class Stripe<F> {

    private static final int INITIAL_SLOTS = 64;
    private static final int INITIAL_BYTES = 1 << 10;

    /** The most bytes that the length of an entry takes. */
    private static final int LENGTH = 5;

    /** The most bytes of facts that are packed. */
    private static final int LARGE = 1 << 12;

    /** What an event adds to large facts, about, with the objects that it is made of. */
    private static final int BYTES_OF_LARGE = 256;

    private static final long EMPTY = -1;
    private static final long HASH = 0xFFFFFFFF_00000000L;

    private final FactKind<F> kind;
    private final Codec<F> codec;
    private final MemoryGuard memory;
    private final ByteSink entry = new ByteSink(256);
    private final ByteSource source = new ByteSource();

    private final Map<String, F> large = new HashMap<>();

    /** The hash in the upper half, the place in the lower. */
    private long[] slots;

    private int size;

    /** Each entry behind its length; those that were replaced lie there until the next move. */
    private ByteSink entries;

    /** The bytes that large facts count for. */
    private long taken;

    /** How many of the bytes are of entries that were not replaced. */
    private long live;

    Stripe(FactKind<F> kind, MemoryGuard memory) {
        this.kind = kind;
        this.codec = kind.codec();
        this.memory = memory;
        start();
    }

    private void start() {
        slots = emptySlots(INITIAL_SLOTS);
        size = 0;
        live = 0;
        take(new ByteSink(INITIAL_BYTES));
    }

    /** Lets go of the array before: the source would hold it for as long as nobody looks here. */
    private void take(ByteSink newEntries) {
        entries = newEntries;
        source.reset(newEntries.bytes(), 0);
    }

    /** Forgets everything. */
    void clear() {
        memory.giveBack(taken);
        taken = 0;
        large.clear();
        memory.giveBack(entries.capacity() - INITIAL_BYTES + (slots.length - INITIAL_SLOTS) * (long) Long.BYTES);
        start();
    }

    /** Joins an event to its key's facts; {@code false} if it is in them already. */
    boolean add(String key, int hash, Event event) throws TooBigForMemory {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        try {
            int slot = slotOf(keyBytes, hash);
            if (slots[slot] == EMPTY) {
                put(slot, hash, keyBytes, kind.of(event));
                size++;
                growSlots();
                return true;
            }
            int end = toKey(slots[slot]);
            int replaced = end - (int) slots[slot];
            source.skipBytes((int) Wire.readNumber(source));
            if (source.at() == end) {
                return addToLarge(key, event);
            }
            F known = codec.read(codec.version(), source);
            if (kind.contains(known, event)) {
                return false;
            }
            F joined = kind.join(known, kind.of(event));
            boolean isLarge = replaced > LARGE;
            put(slot, hash, keyBytes, isLarge ? null : joined);
            if (isLarge) {
                large.put(key, joined);
            }
            live -= replaced;
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail", e);
        }
    }

    private boolean addToLarge(String key, Event event) throws TooBigForMemory {
        F known = large.get(key);
        if (kind.contains(known, event)) {
            return false;
        }
        memory.take(BYTES_OF_LARGE);
        taken += BYTES_OF_LARGE;
        large.put(key, kind.join(known, kind.of(event)));
        return true;
    }

    /** Gives every key with its facts. */
    void forEach(BiConsumer<String, F> consumer) {
        try {
            for (long slot : slots) {
                if (slot != EMPTY) {
                    int end = toKey(slot);
                    byte[] bytes = new byte[(int) Wire.readNumber(source)];
                    source.readFully(bytes);
                    String key = new String(bytes, StandardCharsets.UTF_8);
                    consumer.accept(key, source.at() == end ? large.get(key) : codec.read(codec.version(), source));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail", e);
        }
    }

    /** The slot where the key stands, or the empty one where it would. */
    private int slotOf(byte[] key, int hash) throws IOException {
        int mask = slots.length - 1;
        int at = hash & mask;
        while (slots[at] != EMPTY && !((int) (slots[at] >>> Integer.SIZE) == hash && isKeyOf(slots[at], key))) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private boolean isKeyOf(long slot, byte[] key) throws IOException {
        toKey(slot);
        int length = (int) Wire.readNumber(source);
        return length == key.length
                && Arrays.equals(entries.bytes(), source.at(), source.at() + length, key, 0, length);
    }

    /** Puts the source where the key of an entry begins; gives the place where the entry ends. */
    private int toKey(long slot) throws IOException {
        int length = (int) Wire.readNumber(source.reset(entries.bytes(), (int) slot));
        return source.at() + length;
    }

    /** @param facts {@code null} for large ones */
    private void put(int slot, int hash, byte[] key, F facts) throws IOException, TooBigForMemory {
        entry.clear();
        Wire.writeNumber(key.length, entry);
        entry.write(key);
        if (facts != null) {
            codec.write(facts, entry);
        }
        int most = LENGTH + entry.length();
        if (most > entries.capacity() - entries.length()) {
            moveEntries(most);
        }
        int place = entries.length();
        Wire.writeNumber(entry.length(), entries);
        entries.write(entry.bytes(), 0, entry.length());
        slots[slot] = ((long) hash << Integer.SIZE) | place;
        live += entries.length() - place;
    }

    // Where memory is refused in one of these two, the stripe stays as it was: other threads may still be at work on
    // it.

    /** Makes room for half as many bytes again, and leaves behind what was replaced. */
    private void moveEntries(int more) throws IOException, TooBigForMemory {
        long wanted = Math.max(INITIAL_BYTES, (live + more) / 2 * 3);
        memory.take(wanted - entries.capacity());
        ByteSink moved = new ByteSink(Math.toIntExact(wanted));
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] != EMPTY) {
                int from = (int) slots[i];
                int to = toKey(slots[i]);
                slots[i] = (slots[i] & HASH) | moved.length();
                moved.write(entries.bytes(), from, to - from);
            }
        }
        take(moved);
    }

    private void growSlots() throws TooBigForMemory {
        if (size * 4 <= slots.length * 3) {
            return;
        }
        memory.take(slots.length * (long) Long.BYTES);
        long[] more = emptySlots(slots.length * 2);
        int mask = more.length - 1;
        for (long slot : slots) {
            if (slot != EMPTY) {
                int at = (int) (slot >>> Integer.SIZE) & mask;
                while (more[at] != EMPTY) {
                    at = (at + 1) & mask;
                }
                more[at] = slot;
            }
        }
        slots = more;
    }

    private static long[] emptySlots(int count) {
        long[] slots = new long[count];
        Arrays.fill(slots, EMPTY);
        return slots;
    }
}
