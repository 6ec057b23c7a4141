package io.xunjian.rules.shopclosure;

import io.xunjian.rules.Utf8Order;

/**
 * That an order of the shop was late to the last level, or, revoked, that it was not after all.
 *
 * @param revision what was said of it last: a greater one replaces a smaller
 */
record Breach(String alertId, String orderId, long raisedAt, boolean stands, int revision)
        implements Comparable<Breach> {

    static Breach newer(Breach a, Breach b) {
        return a.revision >= b.revision ? a : b;
    }

    @Override
    public int compareTo(Breach other) {
        int byTime = Long.compare(raisedAt, other.raisedAt);
        return byTime != 0 ? byTime : Utf8Order.compare(alertId, other.alertId);
    }
}
