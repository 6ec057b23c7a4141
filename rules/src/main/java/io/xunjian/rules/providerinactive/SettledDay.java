package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Instants;

/**
 * That a shop had a settlement on a day, while it was bound to a provider.
 *
 * @param day in days since 1970-01-01, of the platform's zone
 * @param bound the SHOP_BOUND in force
 * @param settled the first such settlement of the day
 */
record SettledDay(int day, String providerId, Evidence bound, Evidence settled) {

    /** Epoch ms of the day's last instant: a settlement counts for a provider when its day is over. */
    long over() {
        return Instants.midnight(day + 1) - 1;
    }
}
