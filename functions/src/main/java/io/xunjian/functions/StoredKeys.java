package io.xunjian.functions;

import static io.xunjian.rules.Instants.NEVER;

import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/** What Flink's state backend has of the keys: their {@link Held}, and one timer each, at the instant that it says. */
final class StoredKeys<F> {

    private final KeyedStateBackend<String> backend;
    private final ValueState<Held<F>> state;
    private final InternalTimerService<VoidNamespace> timers;

    StoredKeys(
            KeyedStateBackend<String> backend, ValueState<Held<F>> state, InternalTimerService<VoidNamespace> timers) {
        this.backend = backend;
        this.state = state;
        this.timers = timers;
    }

    /** Reads a key; {@code null} where the backend has nothing of it. */
    Kept<F> read(String key) throws Exception {
        backend.setCurrentKey(key);
        Held<F> held = state.value();
        if (held == null) {
            return null;
        }
        Kept<F> kept = new Kept<>(key);
        kept.held = held;
        kept.isStored = true;
        kept.storedTimer = held.timer();
        return kept;
    }

    /** Writes what is kept of a key, and sets its timer. */
    void write(Kept<F> kept) throws Exception {
        backend.setCurrentKey(kept.key);
        state.update(kept.held);
        if (kept.held.timer() != kept.storedTimer) {
            deleteTimer(kept);
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, kept.held.timer());
            kept.storedTimer = kept.held.timer();
        }
        kept.isStored = true;
    }

    /** Takes away state and timer of a key. */
    void delete(Kept<F> kept) throws Exception {
        if (kept.isStored) {
            backend.setCurrentKey(kept.key);
            state.clear();
            deleteTimer(kept);
        }
    }

    private void deleteTimer(Kept<F> kept) {
        if (kept.storedTimer != NEVER) {
            timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, kept.storedTimer);
        }
    }
}
