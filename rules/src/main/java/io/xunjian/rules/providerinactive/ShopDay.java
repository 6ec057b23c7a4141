package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Utf8Order;

/**
 * That a shop had a settlement on a day while it was bound to the provider, or, revoked, that it had none after all.
 *
 * @param day in days since 1970-01-01, of the platform's zone
 * @param revision what was said of it last: a greater one replaces a smaller
 */
record ShopDay(int day, String shopId, boolean stands, int revision, Evidence bound, Evidence settled)
        implements Comparable<ShopDay> {

    static ShopDay newer(ShopDay a, ShopDay b) {
        return a.revision >= b.revision ? a : b;
    }

    @Override
    public int compareTo(ShopDay other) {
        int byDay = Integer.compare(day, other.day);
        return byDay != 0 ? byDay : Utf8Order.compare(shopId, other.shopId);
    }
}
