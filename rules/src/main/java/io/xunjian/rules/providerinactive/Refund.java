package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Utf8Order;

/** A SERVICE_ORDER_REFUNDED; one for each service order, the first. */
record Refund(String serviceOrderId, Evidence act) implements Comparable<Refund> {

    static Refund first(Refund a, Refund b) {
        return a.act.compareTo(b.act) <= 0 ? a : b;
    }

    /** To look one up by. */
    static Refund of(String serviceOrderId) {
        return new Refund(serviceOrderId, null);
    }

    @Override
    public int compareTo(Refund other) {
        return Utf8Order.compare(serviceOrderId, other.serviceOrderId);
    }
}
