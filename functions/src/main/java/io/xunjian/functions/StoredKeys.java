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
    HotKey<F> read(String key) throws Exception {
        backend.setCurrentKey(key);
        Held<F> held = state.value();
        if (held == null) {
            return null;
        }
        HotKey<F> hot = new HotKey<>(key);
        hot.held = held;
        hot.isStored = true;
        hot.storedTimer = held.timer();
        return hot;
    }

    /** Writes what is kept of a key, and sets its timer. */
    void write(HotKey<F> hot) throws Exception {
        backend.setCurrentKey(hot.key);
        state.update(hot.held);
        if (hot.held.timer() != hot.storedTimer) {
            deleteTimer(hot);
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, hot.held.timer());
            hot.storedTimer = hot.held.timer();
        }
        hot.isStored = true;
        hot.isChanged = false;
    }

    /** Takes away state and timer of a key. */
    void delete(HotKey<F> hot) throws Exception {
        if (hot.isStored) {
            backend.setCurrentKey(hot.key);
            state.clear();
            deleteTimer(hot);
        }
    }

    private void deleteTimer(HotKey<F> hot) {
        if (hot.storedTimer != NEVER) {
            timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, hot.storedTimer);
        }
    }
}
