package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Instants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One of the two things that an active provider has: settlements, or service orders. It is walked day by day, forwards: of
 * the spells that have begun, the one that lasts longest decides, so that a day costs no more than what begins on it.
 */
final class Leg {

    private final List<Spell> spells;
    private int next;
    private Spell longest;

    /** @param spells in the order in which they begin */
    private Leg(List<Spell> spells) {
        this.spells = spells;
    }

    /** A settlement keeps a provider active for {@code days}, from the next day on. */
    static Leg settlements(ProviderFacts provider, ProviderInactiveParameters parameters) {
        List<Spell> spells = new ArrayList<>();
        int lastDay = Integer.MIN_VALUE;
        for (ShopDay settled : provider.settled()) {
            if (settled.stands() && settled.day() != lastDay) {
                lastDay = settled.day();
                spells.add(new Spell(
                        lastDay + 1, lastDay + parameters.days(), List.of(settled.bound(), settled.settled()), null));
            }
        }
        return new Leg(spells);
    }

    /** A service order as well, up to the day on which it is refunded. */
    static Leg serviceOrders(ProviderFacts provider, ProviderInactiveParameters parameters) {
        List<Spell> spells = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ServiceOrder order : provider.orders()) {
            if (order.counts(parameters) && seen.add(order.serviceOrderId())) {
                int paid = Instants.day(order.act().eventTime());
                Refund refund = provider.refunds().get(Refund.of(order.serviceOrderId()));
                int refunded =
                        refund == null ? Run.NOT : Instants.day(refund.act().eventTime());
                int to = Math.min(paid + parameters.days(), refunded);
                if (to > paid) {
                    spells.add(new Spell(paid + 1, to, List.of(order.act()), to == refunded ? refund.act() : null));
                }
            }
        }
        return new Leg(spells);
    }

    /** Walks on to a day, not back. */
    void advance(int day) {
        for (; next < spells.size() && spells.get(next).from() <= day; next++) {
            Spell spell = spells.get(next);
            longest = longest == null || spell.to() > longest.to() ? spell : longest;
        }
    }

    boolean isThere(int day) {
        return longest != null && longest.to() >= day;
    }

    /** The next day on which it could come or go, {@link Run#NOT} if there is none. */
    int nextChange(int day) {
        int begins = next < spells.size() ? spells.get(next).from() : Run.NOT;
        return isThere(day) ? Math.min(begins, longest.to() + 1) : begins;
    }

    /**
     * The last act that makes it be there on a day, else what made it last as long as it did, and what ended it; empty if
     * there was nothing yet. Only what is known at the day's midnight: which of those that are there is refunded first is
     * not.
     */
    List<Evidence> acts(int day) {
        if (isThere(day)) {
            int last = next - 1;
            while (spells.get(last).to() < day) {
                last--;
            }
            return spells.get(last).acts();
        }
        return longest == null ? List.of() : longest.actsBy(day);
    }

    /** Of the spells that have begun, the one that lasts longest; {@code null} if there is none. */
    Spell longest() {
        return longest;
    }
}
