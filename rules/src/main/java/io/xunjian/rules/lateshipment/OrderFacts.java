package io.xunjian.rules.lateshipment;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Instants;
import io.xunjian.rules.SeenIds;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What is known of one order. Of the acts of one kind only the first is needed, and the first of a union is the first of
 * the firsts: that makes the join lawful.
 *
 * @param payment the first ORDER_PAID
 * @param shipped the first complete SHIP_CONFIRMED
 * @param scanned the first TRACE_NODE that shows the parcel in the carrier's hands
 * @param ended the first ORDER_CANCELLED or REFUND_AGREED
 * @param changes every PROMISE_CHANGED, by (time, id)
 * @param others the ids of the acts that were not the first of their kind
 */
record OrderFacts(
        Payment payment,
        Evidence shipped,
        Evidence scanned,
        Evidence ended,
        List<PromiseChange> changes,
        SeenIds others) {

    static final OrderFacts NONE = new OrderFacts(null, null, null, null, List.of(), SeenIds.NONE);

    OrderFacts join(OrderFacts other) {
        OrderFacts joined = new OrderFacts(
                Payment.first(payment, other.payment),
                Evidence.first(shipped, other.shipped),
                Evidence.first(scanned, other.scanned),
                Evidence.first(ended, other.ended),
                union(changes, other.changes),
                others.union(other.others));
        return joined.withOthers(joined.others.union(displacedBy(joined)).union(other.displacedBy(joined)));
    }

    private static List<PromiseChange> union(List<PromiseChange> a, List<PromiseChange> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        TreeSet<PromiseChange> both = new TreeSet<>(a);
        both.addAll(b);
        return List.copyOf(both);
    }

    /** The ids of this order's acts that others came before. */
    private SeenIds displacedBy(OrderFacts joined) {
        SeenIds ids = SeenIds.NONE;
        if (payment != null) {
            ids = displaced(payment.act(), joined.payment.act(), ids);
        }
        ids = displaced(shipped, joined.shipped, ids);
        ids = displaced(scanned, joined.scanned, ids);
        return displaced(ended, joined.ended, ids);
    }

    private static SeenIds displaced(Evidence act, Evidence by, SeenIds ids) {
        return act == null || act.eventId().equals(by.eventId()) ? ids : ids.with(act.eventId());
    }

    private OrderFacts withOthers(SeenIds ids) {
        return ids.equals(others) ? this : new OrderFacts(payment, shipped, scanned, ended, changes, ids);
    }

    boolean contains(String eventId) {
        return is(payment == null ? null : payment.act(), eventId)
                || is(shipped, eventId)
                || is(scanned, eventId)
                || is(ended, eventId)
                || others.contains(eventId)
                || isChange(eventId);
    }

    private boolean isChange(String eventId) {
        for (PromiseChange change : changes) {
            if (is(change.act(), eventId)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(Evidence act, String eventId) {
        return act != null && act.eventId().equals(eventId);
    }

    /** The latest of the acts that count, {@link Instants#BEFORE_ALL} without one. */
    long latest() {
        List<Evidence> acts = new ArrayList<>();
        changes.forEach(change -> acts.add(change.act()));
        acts.add(shipped);
        acts.add(scanned);
        acts.add(ended);
        long latest = Instants.BEFORE_ALL;
        for (Evidence act : acts) {
            latest = act == null ? latest : Math.max(latest, act.eventTime());
        }
        return latest;
    }
}
