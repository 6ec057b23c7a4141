package io.xunjian.functions;

import static io.xunjian.rules.Instants.NEVER;

/** A key that is in memory. Its stored state is as it was last written to the state backend; there may be none. */
final class HotKey<F> {

    final String key;

    /** What is kept of it now. */
    Held<F> held;

    /** How much of the memory that hot keys may take it takes. */
    int size;

    /** Epoch ms of the timer that the backend has for it, {@code NEVER} without one. */
    long storedTimer = NEVER;

    /** Whether the backend has anything of it. */
    boolean isStored;

    /** Whether the backend must be told before the next checkpoint. */
    boolean isChanged;

    /** Whether it is no longer in memory; a reference that is left over means nothing. */
    boolean isGone;

    /** Epoch ms of the timer for which it stands in the queue of those that become due. */
    long queuedFor = NEVER;

    HotKey(String key) {
        this.key = key;
    }
}
