package io.xunjian.rules.testing;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.event.Event;
import java.util.List;
import java.util.Random;

/** What every kind of facts owes: neither order nor redelivery can matter. For events of one key. */
public final class JoinLaws {

    private JoinLaws() {}

    public static <F> void assertLawful(FactKind<F> kind, List<Event> events, Random random) {
        long split = random.nextLong();
        Shrinker.assertHolds(events, some -> isLawful(kind, some, split));
    }

    private static <F> boolean isLawful(FactKind<F> kind, List<Event> events, long split) {
        if (events.isEmpty()) {
            return true;
        }
        F a = joined(kind, events, split);
        F b = joined(kind, events, split >>> 20);
        F c = joined(kind, events, split >>> 40);
        F ab = kind.join(a, b);
        F all = kind.join(ab, c);
        return ab.equals(kind.join(b, a))
                && all.equals(kind.join(a, kind.join(b, c)))
                && a.equals(kind.join(a, a))
                && all.equals(kind.join(all, b))
                && all.hashCode() == kind.join(b, kind.join(c, a)).hashCode();
    }

    /** The facts of those events whose bit is set, of all if none is: parts that overlap are redeliveries. */
    private static <F> F joined(FactKind<F> kind, List<Event> events, long bits) {
        F facts = null;
        for (int i = 0; i < events.size(); i++) {
            if ((bits >>> (i % 20) & 1) != 0) {
                F one = kind.of(events.get(i));
                facts = facts == null ? one : kind.join(facts, one);
            }
        }
        return facts == null ? joined(kind, events, -1) : facts;
    }
}
