package io.xunjian.bench.peers.kafkastreams;

/**
 * That an order is to be looked at.
 *
 * @param at epoch ms
 */
record Due(long at, String orderId) {

    /** Not after any that is due at that instant, and after all that are due before. */
    static Due first(long at) {
        return new Due(at, "");
    }
}
