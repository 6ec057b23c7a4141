package io.xunjian.functions;

import java.io.InputStream;
import org.apache.flink.runtime.state.KeyedStateCheckpointOutputStream;

/**
 * The keys of a batch run, whose events come key by key: one at a time is kept, in memory, and is looked at when the next one
 * begins. No state backend, no timers.
 */
final class SortedKeys<F> implements Keys<F> {

    private final Look<F> end;
    private Kept<F> current;

    /** @param end takes each key when all of it was seen */
    SortedKeys(Look<F> end) {
        this.end = end;
    }

    @Override
    public Kept<F> find(String key) throws Exception {
        if (current != null && !current.key.equals(key)) {
            end.at(current);
        }
        return current;
    }

    @Override
    public Kept<F> add(String key) {
        current = new Kept<>(key);
        return current;
    }

    @Override
    public void keep(Kept<F> key, Held<F> held) {
        key.held = held;
    }

    @Override
    public void forget(Kept<F> key) {
        current = null;
    }

    @Override
    public void fired(String key, long timer) {
        throw new IllegalStateException("A batch run sets no timers");
    }

    @Override
    public void advance(long watermark) throws Exception {
        if (current != null && watermark == Long.MAX_VALUE) {
            end.at(current);
        }
    }

    @Override
    public int inMemory() {
        return current == null ? 0 : 1;
    }

    @Override
    public void snapshot(KeyedStateCheckpointOutputStream out) {
        throw noCheckpoints();
    }

    @Override
    public void restore(int keyGroup, InputStream in) {
        throw noCheckpoints();
    }

    private static IllegalStateException noCheckpoints() {
        return new IllegalStateException("A batch run has no checkpoints");
    }
}
