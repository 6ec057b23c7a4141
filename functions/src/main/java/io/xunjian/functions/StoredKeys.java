package io.xunjian.functions;

import static io.xunjian.rules.Instants.NEVER;

import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/** What Flink's state backend has of the keys: their {@link Held}, and one timer each, at the instant that it says. */
final class StoredKeys<F> {

    private final KeyedStateBackend<String> backend;
    private final ValueStateDescriptor<Held<F>> descriptor;
    private final ValueState<Held<F>> state;
    private final InternalTimerService<VoidNamespace> timers;

    StoredKeys(
            KeyedStateBackend<String> backend,
            KeyedStateStore states,
            ValueStateDescriptor<Held<F>> descriptor,
            InternalTimerService<VoidNamespace> timers) {
        this.backend = backend;
        this.descriptor = descriptor;
        this.state = states.getState(descriptor);
        this.timers = timers;
    }

    /** Reads a key; {@code null} where the backend has nothing of it. */
    Kept<F> read(String key) throws Exception {
        backend.setCurrentKey(key);
        Held<F> held = state.value();
        return held == null ? null : kept(key, held);
    }

    private static <F> Kept<F> kept(String key, Held<F> held) {
        Kept<F> kept = new Kept<>(key);
        kept.held = held;
        kept.isStored = true;
        kept.storedTimer = held.timer();
        return kept;
    }

    /** Hands over every key. */
    void each(HotKeys.Look<F> look) throws Exception {
        backend.applyToAllKeys(
                VoidNamespace.INSTANCE,
                VoidNamespaceSerializer.INSTANCE,
                descriptor,
                (key, held) -> look.at(kept(key, held.value())));
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
