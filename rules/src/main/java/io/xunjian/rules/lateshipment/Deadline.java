package io.xunjian.rules.lateshipment;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.event.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * When an order had to ship by.
 *
 * @param at epoch ms; shipping exactly then is in time
 * @param knownFrom epoch ms of the last act that made it so: before, nobody could know it
 * @param basis those acts
 */
record Deadline(long at, long knownFrom, List<Evidence> basis) {

    /** A change counts when it was made by the deadline that stood until then; a later one is ignored. */
    static Deadline of(OrderFacts order, LateShipmentParameters parameters) {
        Payment payment = order.payment();
        long paidAt = payment.act().eventTime();
        long at = payment.promiseShipTime() == Event.ABSENT
                ? paidAt + parameters.defaultShipWindow()
                : payment.promiseShipTime();
        if (order.changes().isEmpty()) {
            return new Deadline(at, paidAt, List.of(payment.act()));
        }
        long knownFrom = paidAt;
        List<Evidence> basis = new ArrayList<>(List.of(payment.act()));
        for (PromiseChange change : order.changes()) {
            if (change.act().eventTime() <= at) {
                at = change.promiseShipTime();
                knownFrom = Math.max(knownFrom, change.act().eventTime());
                basis.add(change.act());
            }
        }
        return new Deadline(at, knownFrom, basis);
    }
}
