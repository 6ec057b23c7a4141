package io.xunjian.bench.peers.kafkastreams;

import java.time.Duration;

/**
 * What is known of one order.
 *
 * @param shopId of the payment
 * @param paid the first payment, {@code null} without one
 * @param deadline epoch ms; shipping exactly then is in time
 * @param closed the first complete shipment, cancellation or agreed refund, {@code null} without one
 * @param raised how many levels have been told
 */
record Order(String shopId, Act paid, long deadline, Act closed, int raised) {

    static final Order UNKNOWN = new Order(null, null, 0, null, 0);
    static final long NEVER = Long.MAX_VALUE;
    static final int LEVELS = 3;

    private static final long DEFAULT_PROMISE = Duration.ofDays(2).toMillis();
    private static final long AGAIN = Duration.ofDays(1).toMillis();
    private static final long UNPAID_KEPT = Duration.ofDays(30).toMillis();

    Order paidBy(OrderEvent event) {
        Act payment = event.act();
        if (paid != null && paid.compareTo(payment) <= 0) {
            return this;
        }
        Long promised = event.promiseShipTime();
        return new Order(
                event.shopId(),
                payment,
                promised == null ? payment.eventTime() + DEFAULT_PROMISE : promised,
                closed,
                raised);
    }

    Order closedBy(OrderEvent event) {
        Act closure = event.act();
        return closed != null && closed.compareTo(closure) <= 0
                ? this
                : new Order(shopId, paid, deadline, closure, raised);
    }

    Order raisedOnce() {
        return new Order(shopId, paid, deadline, closed, raised + 1);
    }

    /** Epoch ms. */
    long judgedAt(int level) {
        return deadline + (level - 1) * AGAIN;
    }

    boolean isLateAt(int level) {
        return closed == null || closed.eventTime() > judgedAt(level);
    }

    /** Epoch ms of the first judgement that has told nothing yet. */
    long nextJudgement() {
        return paid == null || raised == LEVELS ? NEVER : judgedAt(raised + 1);
    }

    /** Epoch ms at which there is something to do: to judge the order, or to forget it. */
    long due() {
        if (closed == null) {
            return nextJudgement();
        }
        return paid == null
                ? closed.eventTime() + UNPAID_KEPT
                : Math.min(nextJudgement(), Math.max(closed.eventTime(), deadline));
    }
}
