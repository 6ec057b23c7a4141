package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * Days on which one act keeps a provider active.
 *
 * @param from the first of them
 * @param to the last of them
 * @param acts what makes it so
 * @param end the refund that ends it, {@code null} where it ends by time alone
 */
record Spell(int from, int to, List<Evidence> acts, Evidence end) {

    /** What can be known of it at the midnight of a day. */
    List<Evidence> actsBy(int day) {
        if (end == null || to >= day) {
            return acts;
        }
        List<Evidence> all = new ArrayList<>(acts);
        all.add(end);
        return all;
    }
}
