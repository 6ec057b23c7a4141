package io.xunjian.functions;

import static io.xunjian.rules.Instants.NEVER;

/** A key in the hands of its judge: of which something is kept, in memory or by the state backend, or will be. */
final class Kept<F> {

    /** The slot of a key that is not in memory. */
    static final int NOWHERE = PackedRecords.NO_ROOM;

    final String key;

    /** What is kept of it. */
    Held<F> held;

    /** Where it is in memory. */
    int slot = NOWHERE;

    /** Whether the state backend has it. */
    boolean isStored;

    /** Epoch ms of the timer that the backend has for it, {@code NEVER} without one. */
    long storedTimer = NEVER;

    Kept(String key) {
        this.key = key;
    }
}
