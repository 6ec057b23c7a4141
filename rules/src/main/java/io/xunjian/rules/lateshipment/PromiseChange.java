package io.xunjian.rules.lateshipment;

import io.xunjian.rules.Evidence;

/** That the promise of an order was changed, to {@code promiseShipTime} in epoch ms. */
record PromiseChange(Evidence act, long promiseShipTime) implements Comparable<PromiseChange> {

    @Override
    public int compareTo(PromiseChange other) {
        return act.compareTo(other.act);
    }
}
