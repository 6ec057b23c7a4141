package io.xunjian.functions;

import static io.xunjian.rules.Instants.NEVER;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.wire.ByteSink;
import io.xunjian.rules.wire.ByteSource;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyedStateCheckpointOutputStream;

/**
 * Keeps keys in memory while there is room, packed, with their timers, and the others in the state backend: each key is in one
 * of the two, from its first event until it is forgotten, unless it grows too large for memory. Where all that is open has room,
 * the backend is never asked; where it has not, the share that has stays in memory all its life. Making room for new keys by
 * moving old ones out would write, read and delete nearly each of them: orders become due in the order in which they came.
 *
 * <p>A checkpoint takes what is in memory as it is, by key group ({@link #snapshot}), beside the backend's own snapshot. The
 * backend is not asked for keys of a group of which it has none.
 *
 * <p>It is here because reading and writing RocksDB took two thirds of the time of a live job, and most keys come and go while
 * they are hot.
 */
final class HotKeys<F> {

    /** Takes a key when it is time to look at it. */
    @FunctionalInterface
    interface Look<F> {
        void at(Kept<F> key) throws Exception;
    }

    /** Of the layout of {@link #snapshot}. */
    private static final int VERSION = 1;

    private final Codec<Held<F>> codec;
    private final StoredKeys<F> stored;
    private final Look<F> look;

    private final PackedRecords records;
    private final SlotIndex index;
    private final DueQueue due = new DueQueue();

    /** How many keys of each key group the backend has. */
    private final long[] storedKeys;

    private final ByteSink sought = new ByteSink();
    private final ByteSink record = new ByteSink();
    private final ByteSource source = new ByteSource();

    /**
     * Begins with no key.
     *
     * @param room bytes of memory for keys
     * @param keyGroups how many key groups the job has
     */
    HotKeys(FactKind<F> kind, StoredKeys<F> stored, Look<F> look, long room, int keyGroups) {
        this.codec = Held.codec(kind);
        this.stored = stored;
        this.look = look;
        this.records = new PackedRecords(room);
        this.index = new SlotIndex(records);
        this.storedKeys = new long[keyGroups];
    }

    /** The key, {@code null} where nothing is kept of it. */
    Kept<F> find(String key) throws Exception {
        sought.clear();
        Wire.writeText(key, sought);
        int slot = index.find(key.hashCode(), sought);
        if (slot != SlotIndex.NONE) {
            Kept<F> kept = new Kept<>(key);
            source(slot, sought.length());
            return held(kept, slot);
        }
        return storedKeys[group(key.hashCode())] == 0 ? null : stored.read(key);
    }

    private void source(int slot, int skip) {
        records.read(slot, source).skipBytes(skip);
    }

    private Kept<F> held(Kept<F> kept, int slot) throws IOException {
        kept.slot = slot;
        kept.held = codec.read(codec.version(), source);
        return kept;
    }

    private Kept<F> inMemory(int slot) throws IOException {
        source(slot, 0);
        return held(new Kept<>(Wire.readText(source)), slot);
    }

    private int group(int hash) {
        return KeyGroupRangeAssignment.computeKeyGroupForKeyHash(hash, storedKeys.length);
    }

    /** A key of which nothing was kept, and will be from now on. */
    Kept<F> add(String key) {
        return new Kept<>(key);
    }

    /** Keeps this of a key, until the instant of its timer. */
    void keep(Kept<F> kept, Held<F> held) throws Exception {
        kept.held = held;
        if (kept.isStored) {
            stored.write(kept);
            return;
        }
        record.clear();
        Wire.writeText(kept.key, record);
        codec.write(held, record);
        if (kept.slot == Kept.NOWHERE) {
            kept.slot = records.add(record);
            if (kept.slot == PackedRecords.NO_ROOM) {
                store(kept);
                return;
            }
            index.add(kept.slot, kept.key.hashCode());
        } else if (!records.replace(kept.slot, record)) {
            forgetSlot(kept);
            store(kept);
            return;
        }
        due.set(kept.slot, held.timer());
    }

    private void store(Kept<F> kept) throws Exception {
        stored.write(kept);
        storedKeys[group(kept.key.hashCode())]++;
    }

    private void forgetSlot(Kept<F> kept) {
        index.remove(kept.slot);
        due.remove(kept.slot);
        kept.slot = Kept.NOWHERE;
    }

    /** Keeps nothing of a key. */
    void forget(Kept<F> kept) throws Exception {
        if (kept.slot != Kept.NOWHERE) {
            records.remove(kept.slot);
            forgetSlot(kept);
        } else if (kept.isStored) {
            stored.delete(kept);
            storedKeys[group(kept.key.hashCode())]--;
        }
    }

    /** A timer that the backend had for a key fires. */
    void fired(String key, long timer) throws Exception {
        Kept<F> kept = stored.read(key);
        if (kept == null) {
            throw new IllegalStateException("A timer fired for a key of which nothing is kept: " + key);
        }
        kept.storedTimer = NEVER;
        look.at(kept);
    }

    /** Time goes on to there: looks at every key in memory whose timer was set for then or before. */
    void advance(long watermark) throws Exception {
        while (due.isDue(watermark)) {
            look.at(inMemory(due.firstSlot()));
        }
    }

    /** Looks at every key. */
    void lookAtAll() throws Exception {
        stored.each(look); // first: one that grows too large for memory is looked at here, not again there
        for (int slot = 0; slot < records.slots(); slot++) {
            if (records.isTaken(slot)) {
                look.at(inMemory(slot));
            }
        }
    }

    /** How many keys are in memory, each with a timer there. */
    int inMemory() {
        return index.size();
    }

    /** How many keys the backend has. */
    long inState() {
        long all = 0;
        for (long ofGroup : storedKeys) {
            all += ofGroup;
        }
        return all;
    }

    /** How much memory the keys there take, with what is dead among them. */
    long bytes() {
        return records.bytes();
    }

    /** How much they may take. */
    long mostBytes() {
        return records.mostBytes();
    }

    /** Writes to a checkpoint what the state backend does not have. */
    void snapshot(KeyedStateCheckpointOutputStream out) throws IOException {
        SlotsByGroup slots = new SlotsByGroup(records, storedKeys.length, slot -> group(index.hash(slot)));
        ByteSink bytes = new ByteSink();
        for (int group : out.getKeyGroupList()) {
            bytes.clear();
            Wire.writeNumber(VERSION, bytes);
            Wire.writeNumber(codec.version(), bytes);
            Wire.writeNumber(storedKeys[group], bytes);
            Wire.writeNumber(slots.count(group), bytes);
            for (int i = 0; i < slots.count(group); i++) {
                records.copy(slots.get(group, i), bytes);
            }
            out.startNewKeyGroup(group);
            CheckedBytes.write(bytes, out);
        }
    }

    /** Reads what {@link #snapshot} wrote of a key group. */
    void restore(int keyGroup, InputStream in) throws Exception {
        ByteSource restored = new ByteSource().reset(CheckedBytes.read(in), 0);
        long layout = Wire.readNumber(restored);
        int version = (int) Wire.readNumber(restored);
        if (layout > VERSION || !codec.reads(version)) {
            throw new IllegalStateException("The state holds '" + codec.name() + "' in version " + version + ", layout "
                    + layout + ": a newer program wrote it");
        }
        storedKeys[keyGroup] += Wire.readNumber(restored);
        long count = Wire.readNumber(restored);
        for (long i = 0; i < count; i++) {
            keep(new Kept<>(Wire.readText(restored)), codec.read(version, restored));
        }
    }
}
