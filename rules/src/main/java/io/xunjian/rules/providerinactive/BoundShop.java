package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Sorted;
import java.util.List;

/**
 * What is known of one shop's bindings and settlements. What happened up to {@code prunedTo} is there in short: the binding
 * then, and whose the settlements of that day were.
 *
 * @param changes of its binding, after {@code prunedTo}
 * @param settlements after {@code prunedTo}
 * @param prunedTo epoch ms
 * @param binding the SHOP_BOUND in force at {@code prunedTo}, {@code null} if there was none
 * @param settled what was settled by then on a day that was not over
 */
record BoundShop(
        Sorted<BindingChange> changes,
        Sorted<Evidence> settlements,
        long prunedTo,
        BindingChange binding,
        List<SettledDay> settled) {

    static final BoundShop NONE = new BoundShop(Sorted.empty(), Sorted.empty(), Instants.BEFORE_ALL, null, List.of());

    static BoundShop of(BindingChange change) {
        return new BoundShop(Sorted.of(change), Sorted.empty(), Instants.BEFORE_ALL, null, List.of());
    }

    static BoundShop of(Evidence settlement) {
        return new BoundShop(Sorted.empty(), Sorted.of(settlement), Instants.BEFORE_ALL, null, List.of());
    }

    BoundShop join(BoundShop other) {
        BoundShop further = prunedTo >= other.prunedTo ? this : other;
        return new BoundShop(
                changes.union(other.changes),
                settlements.union(other.settlements),
                further.prunedTo,
                further.binding,
                further.settled);
    }

    /** Epoch ms of the last act that is known. */
    long latest() {
        long latest = prunedTo;
        if (!changes.isEmpty()) {
            latest = Math.max(latest, changes.last().act().eventTime());
        }
        return settlements.isEmpty()
                ? latest
                : Math.max(latest, settlements.last().eventTime());
    }
}
