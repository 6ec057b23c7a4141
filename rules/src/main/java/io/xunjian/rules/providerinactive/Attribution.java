package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Instants;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The walk over a shop's acts, from where the facts were pruned to an instant: each settlement is the provider's to whom the
 * shop was bound at that instant. One for each day and provider, the first.
 */
final class Attribution {

    private final List<SettledDay> settled;
    private BindingChange binding;

    private Attribution(BoundShop shop) {
        this.settled = new ArrayList<>(shop.settled());
        this.binding = shop.binding();
    }

    static Attribution upTo(long instant, BoundShop shop) {
        Attribution walk = new Attribution(shop);
        Iterator<BindingChange> changes = shop.changes().iterator();
        BindingChange change = next(changes);
        for (Evidence settlement : shop.settlements()) {
            if (settlement.eventTime() > instant) {
                break;
            }
            while (change != null && change.act().eventTime() <= settlement.eventTime()) {
                walk.binding = change.after(walk.binding);
                change = next(changes);
            }
            walk.attribute(settlement);
        }
        while (change != null && change.act().eventTime() <= instant) {
            walk.binding = change.after(walk.binding);
            change = next(changes);
        }
        return walk;
    }

    private static BindingChange next(Iterator<BindingChange> changes) {
        return changes.hasNext() ? changes.next() : null;
    }

    private void attribute(Evidence settlement) {
        if (binding == null) {
            return;
        }
        SettledDay now =
                new SettledDay(Instants.day(settlement.eventTime()), binding.providerId(), binding.act(), settlement);
        for (int i = settled.size() - 1; i >= 0 && settled.get(i).day() == now.day(); i--) {
            if (settled.get(i).providerId().equals(now.providerId())) {
                return;
            }
        }
        settled.add(now);
    }

    /** In order of their days. */
    List<SettledDay> settled() {
        return settled;
    }

    /** The SHOP_BOUND in force at the end of the walk, {@code null} if there is none. */
    BindingChange binding() {
        return binding;
    }
}
