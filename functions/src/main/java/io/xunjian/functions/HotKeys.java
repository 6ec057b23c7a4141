package io.xunjian.functions;

import static io.xunjian.rules.Instants.NEVER;

import io.xunjian.rules.FactKind;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Keeps the keys that were used last in memory, in front of the state backend, and writes them there when their room is
 * needed, a few at each watermark, and all before a checkpoint: what a checkpoint has is what it would have without this.
 * A key that comes and goes between two checkpoints never reaches the backend.
 *
 * <p>It is here because reading and writing RocksDB for each event took two thirds of the time of a live job.
 *
 * <p>A key in memory has its timer in a queue here; one that is not has it in the backend. One that was written and is still
 * here has it in both: what the backend's says first sets the key's own off, and what is left of it does nothing.
 */
final class HotKeys<F> implements Keys<F> {

    /** So few that a flood, in which most keys are gone before a checkpoint, costs little more. */
    private static final int STORED_AT_A_WATERMARK = 100;

    /** A key stands in here for each of its timers; those that are no longer its timer are passed over. */
    private record Due<F>(long timer, HotKey<F> key) implements Comparable<Due<F>> {
        @Override
        public int compareTo(Due<F> other) {
            return Long.compare(timer, other.timer);
        }
    }

    private final FactKind<F> kind;
    private final StoredKeys<F> stored;
    private final Look<F> look;
    private final long limit;

    /** In the order of their last use. */
    private final Map<String, HotKey<F>> keys = new LinkedHashMap<>(1 << 10, 0.75f, true);

    private final PriorityQueue<Due<F>> due = new PriorityQueue<>();

    /** In the order in which they were changed; some were written since. */
    private final ArrayDeque<HotKey<F>> changed = new ArrayDeque<>();

    private long size;

    /** How many keys only the backend has; while there are none, it need not be asked. */
    private long onlyStored;

    /**
     * Begins with no key in memory.
     *
     * @param limit of the sizes of all keys in memory together
     * @param mayBeStored whether the backend may have keys already
     */
    HotKeys(FactKind<F> kind, StoredKeys<F> stored, Look<F> look, long limit, boolean mayBeStored) {
        this.kind = kind;
        this.stored = stored;
        this.look = look;
        this.limit = limit;
        this.onlyStored = mayBeStored ? Long.MAX_VALUE / 2 : 0; // too many to be counted down to none
    }

    @Override
    public HotKey<F> find(String key) throws Exception {
        HotKey<F> hot = keys.get(key);
        if (hot != null || onlyStored == 0) {
            return hot;
        }
        HotKey<F> read = stored.read(key);
        if (read != null) {
            onlyStored--;
            put(read);
            resize(read);
            queue(read);
            makeRoom();
        }
        return read;
    }

    @Override
    public HotKey<F> add(String key) {
        HotKey<F> hot = new HotKey<>(key);
        put(hot);
        return hot;
    }

    private void put(HotKey<F> hot) {
        keys.put(hot.key, hot);
    }

    @Override
    public void keep(HotKey<F> hot, Held<F> held) throws Exception {
        hot.held = held;
        if (!hot.isChanged) {
            hot.isChanged = true;
            changed.add(hot);
        }
        resize(hot);
        queue(hot);
        makeRoom();
    }

    private void resize(HotKey<F> hot) {
        int now = kind.size(hot.held.facts()) + hot.held.said().size();
        size += now - hot.size;
        hot.size = now;
    }

    private void queue(HotKey<F> hot) {
        if (hot.queuedFor != hot.held.timer()) {
            hot.queuedFor = hot.held.timer();
            due.add(new Due<>(hot.queuedFor, hot));
        }
    }

    /** The key that was used last stays, however large it is. */
    private void makeRoom() throws Exception {
        Iterator<HotKey<F>> eldest = keys.values().iterator();
        while (size > limit && keys.size() > 1) {
            HotKey<F> hot = eldest.next();
            if (hot.isChanged) {
                stored.write(hot);
            }
            eldest.remove();
            leave(hot);
            onlyStored++;
        }
    }

    private void leave(HotKey<F> hot) {
        hot.isGone = true;
        hot.held = null;
        size -= hot.size;
    }

    @Override
    public void forget(HotKey<F> hot) throws Exception {
        stored.delete(hot);
        keys.remove(hot.key);
        leave(hot);
    }

    @Override
    public void fired(String key, long timer) throws Exception {
        HotKey<F> hot = find(key);
        if (hot == null) {
            throw new IllegalStateException("A timer fired for a key of which nothing is kept: " + key);
        }
        if (hot.storedTimer == timer) {
            hot.storedTimer = NEVER;
        }
        if (hot.held.timer() <= timer) {
            look.at(hot);
        }
    }

    @Override
    public void advance(long watermark) throws Exception {
        while (!due.isEmpty() && due.peek().timer <= watermark) {
            Due<F> next = due.poll();
            if (!next.key.isGone && next.key.queuedFor == next.timer) {
                next.key.queuedFor = NEVER;
                look.at(next.key);
            }
        }
        store(STORED_AT_A_WATERMARK);
    }

    @Override
    public void store() throws Exception {
        store(Integer.MAX_VALUE);
    }

    private void store(int most) throws Exception {
        for (int written = 0; written < most && !changed.isEmpty(); ) {
            HotKey<F> hot = changed.poll();
            if (hot.isChanged && !hot.isGone) {
                stored.write(hot);
                written++;
            }
        }
    }
}
