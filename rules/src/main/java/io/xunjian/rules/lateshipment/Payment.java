package io.xunjian.rules.lateshipment;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.event.OrderType;

/**
 * That an order was paid: the start of its clock.
 *
 * @param promiseShipTime epoch ms, {@link io.xunjian.rules.event.Event#ABSENT} where the shop promised nothing
 */
record Payment(Evidence act, String shopId, long promiseShipTime, OrderType orderType) {

    static Payment first(Payment a, Payment b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.act.compareTo(b.act) <= 0 ? a : b;
    }
}
