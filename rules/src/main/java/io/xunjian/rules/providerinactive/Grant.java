package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Utf8Order;

/** A CATEGORY_GRANTED of a provider; one for each category, the first. */
record Grant(String categoryCode, Evidence act) implements Comparable<Grant> {

    static Grant first(Grant a, Grant b) {
        return a.act.compareTo(b.act) <= 0 ? a : b;
    }

    @Override
    public int compareTo(Grant other) {
        return Utf8Order.compare(categoryCode, other.categoryCode);
    }
}
