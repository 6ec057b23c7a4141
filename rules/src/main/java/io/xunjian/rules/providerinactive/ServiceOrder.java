package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;

/** A SERVICE_ORDER_PAID of a provider. */
record ServiceOrder(Evidence act, String serviceOrderId, String categoryCode, long amountFen)
        implements Comparable<ServiceOrder> {

    /** To look one up by. */
    static ServiceOrder paid(Evidence act) {
        return new ServiceOrder(act, null, null, 0);
    }

    /** Whether it is one that keeps a provider active. */
    boolean counts(ProviderInactiveParameters parameters) {
        return amountFen >= parameters.minOrderFen() && categoryCode.equals(parameters.categoryCode());
    }

    @Override
    public int compareTo(ServiceOrder other) {
        return act.compareTo(other.act);
    }
}
