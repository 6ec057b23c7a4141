package io.xunjian.console.desk;

/**
 * A decision and what it did.
 *
 * @param before what stood before; null where nothing was changed
 */
record Recorded(int partition, long offset, Decision decision, Effect effect, Standing<?> before) {

    enum Effect {
        APPLIED,
        /** Applied, and taken back since. */
        UNDONE,
        /** It found nothing to change. */
        NONE
    }

    Recorded undone() {
        return new Recorded(partition, offset, decision, Effect.UNDONE, before);
    }
}
