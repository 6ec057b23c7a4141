package io.xunjian.rules.shopclosure;

import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.MIDNIGHT;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Status;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.SubjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What is told of the orders of one shop that were late to the last level, in one revision after the other. */
final class RandomBreaches {

    private RandomBreaches() {}

    /** Up to three revisions of each of some orders, every fifth revoked, on a grid of half a window. */
    static List<Event> of(Random random) {
        List<Event> told = new ArrayList<>();
        for (int order = random.nextInt(9); order >= 0; order--) {
            told.addAll(revisions(String.valueOf((char) ('A' + order)), MIDNIGHT, random));
        }
        return List.copyOf(told);
    }

    /** The same, but every one raised at or after an instant, and of orders of which nothing was told before. */
    static List<Event> after(long from, Random random) {
        List<Event> told = new ArrayList<>();
        for (int order = random.nextInt(5); order >= 0; order--) {
            told.addAll(revisions(String.valueOf((char) ('a' + order)), from, random));
        }
        return List.copyOf(told);
    }

    private static List<Event> revisions(String order, long from, Random random) {
        List<Event> revisions = new ArrayList<>();
        int count = 1 + random.nextInt(10) / 8;
        for (int revision = 1; revision <= count; revision++) {
            long raisedAt = from + random.nextInt(9) * 15L * DAY + Math.max(0, random.nextInt(5) - 2);
            boolean stands = random.nextInt(5) > 0;
            revisions.add(Event.of(breach(order, raisedAt, stands, revision)));
        }
        return revisions;
    }

    static Finding breach(String order, long raisedAt, boolean stands, int revision) {
        return new Finding(
                "LATE_SHIPMENT:" + order + ":3",
                "LATE_SHIPMENT",
                1,
                SubjectType.SHOP,
                "shop",
                Map.of("orderId", order),
                3,
                true,
                stands ? Status.OPEN : Status.REVOKED,
                raisedAt,
                Instants.NEVER,
                null,
                List.of(),
                0,
                revision);
    }
}
