package io.xunjian.functions;

/**
 * The keys of a batch run, whose events come key by key: one at a time is kept, in memory, and is looked at when the next one
 * begins. No state backend, no timers.
 */
final class SortedKeys<F> implements Keys<F> {

    private final Look<F> end;
    private HotKey<F> current;

    /** @param end takes each key when all of it was seen */
    SortedKeys(Look<F> end) {
        this.end = end;
    }

    @Override
    public HotKey<F> find(String key) throws Exception {
        if (current != null && !current.key.equals(key)) {
            end.at(current);
        }
        return current;
    }

    @Override
    public HotKey<F> add(String key) {
        current = new HotKey<>(key);
        return current;
    }

    @Override
    public void keep(HotKey<F> key, Held<F> held) {
        key.held = held;
    }

    @Override
    public void forget(HotKey<F> key) {
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
    public void store() {
        // a batch run has no checkpoints
    }
}
