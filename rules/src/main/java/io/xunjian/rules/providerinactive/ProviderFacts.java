package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Instants;
import io.xunjian.rules.SeenIds;
import io.xunjian.rules.Sorted;

/**
 * What is known of one provider. Days up to that of {@code prunedTo} are judged: of what lies before only the last settled
 * day is there, and the service orders that can still count.
 *
 * @param grants the first of each category
 * @param settled the days on which shops had settlements while they were bound to it
 * @param orders every SERVICE_ORDER_PAID
 * @param refunds the first of each service order
 * @param others the ids of the grants and refunds that were not the first
 * @param prunedTo epoch ms
 * @param run the inactive days that were not over on the day before that of {@code prunedTo}, {@code null} if it was active
 */
record ProviderFacts(
        Sorted<Grant> grants,
        Sorted<ShopDay> settled,
        Sorted<ServiceOrder> orders,
        Sorted<Refund> refunds,
        SeenIds others,
        long prunedTo,
        Run run) {

    static final ProviderFacts NONE = new ProviderFacts(
            Sorted.empty(), Sorted.empty(), Sorted.empty(), Sorted.empty(), SeenIds.NONE, Instants.BEFORE_ALL, null);

    static ProviderFacts of(Grant grant) {
        return new ProviderFacts(
                Sorted.of(grant), NONE.settled, NONE.orders, NONE.refunds, SeenIds.NONE, NONE.prunedTo, null);
    }

    static ProviderFacts of(ShopDay day) {
        return new ProviderFacts(
                NONE.grants, Sorted.of(day), NONE.orders, NONE.refunds, SeenIds.NONE, NONE.prunedTo, null);
    }

    static ProviderFacts of(ServiceOrder order) {
        return new ProviderFacts(
                NONE.grants, NONE.settled, Sorted.of(order), NONE.refunds, SeenIds.NONE, NONE.prunedTo, null);
    }

    static ProviderFacts of(Refund refund) {
        return new ProviderFacts(
                NONE.grants, NONE.settled, NONE.orders, Sorted.of(refund), SeenIds.NONE, NONE.prunedTo, null);
    }

    ProviderFacts join(ProviderFacts other) {
        ProviderFacts further = prunedTo >= other.prunedTo ? this : other;
        ProviderFacts joined = new ProviderFacts(
                grants.union(other.grants, Grant::first),
                settled.union(other.settled, ShopDay::newer),
                orders.union(other.orders),
                refunds.union(other.refunds, Refund::first),
                others.union(other.others),
                further.prunedTo,
                further.run);
        return joined.withOthers(joined.others.union(displacedBy(joined)).union(other.displacedBy(joined)));
    }

    private SeenIds displacedBy(ProviderFacts joined) {
        SeenIds ids = SeenIds.NONE;
        for (Grant grant : grants) {
            ids = joined.grants.get(grant).equals(grant)
                    ? ids
                    : ids.with(grant.act().eventId());
        }
        for (Refund refund : refunds) {
            ids = joined.refunds.get(refund).equals(refund)
                    ? ids
                    : ids.with(refund.act().eventId());
        }
        return ids;
    }

    private ProviderFacts withOthers(SeenIds ids) {
        return ids.equals(others) ? this : new ProviderFacts(grants, settled, orders, refunds, ids, prunedTo, run);
    }

    boolean contains(Grant grant) {
        return grant.equals(grants.get(grant)) || others.contains(grant.act().eventId());
    }

    boolean contains(Refund refund) {
        return refund.equals(refunds.get(refund))
                || others.contains(refund.act().eventId());
    }

    boolean contains(ShopDay day) {
        ShopDay known = settled.get(day);
        return known != null && known.revision() >= day.revision();
    }
}
