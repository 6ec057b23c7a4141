package io.xunjian.rules.testing;

import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.MIDNIGHT;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.OrderType;
import io.xunjian.rules.event.TraceNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Histories of a few orders, dense in limits and ties: every instant is on a coarse grid, so that acts fall on deadlines,
 * on the marks of re-judgement and on each other, or 1 ms beside.
 */
public final class RandomHistory {

    /** The greatest lets breaches of one shop lie exactly a closure's window apart. */
    private static final long[] GRIDS = {12 * HOUR, 12 * HOUR, DAY, 15 * DAY};

    private static final String[] ID_STARTS = {"a", "b", "Z", "\uFFFD", "\uD83D\uDE9A"};

    private final Random random;
    private final long grid;
    private final List<Event> events = new ArrayList<>();

    private RandomHistory(Random random) {
        this.random = random;
        this.grid = GRIDS[random.nextInt(GRIDS.length)];
    }

    /** Events of up to six orders in up to three shops, each once, in no order. */
    public static List<Event> of(Random random) {
        return new RandomHistory(random).events(1 + random.nextInt(6));
    }

    /** The events of the order "A" alone. */
    public static List<Event> ofOneOrder(Random random) {
        return new RandomHistory(random).events(1);
    }

    /** The same events as a broker gives them: in another order, some of them again. */
    public static List<Event> delivered(List<Event> events, Random random) {
        List<Event> delivered = new ArrayList<>(events);
        for (Event event : events) {
            if (random.nextInt(4) == 0) {
                delivered.add(event);
            }
        }
        Collections.shuffle(delivered, random);
        return delivered;
    }

    private List<Event> events(int orders) {
        for (int order = 0; order < orders; order++) {
            addOrder(String.valueOf((char) ('A' + order)));
        }
        Collections.shuffle(events, random);
        return List.copyOf(events);
    }

    private void addOrder(String order) {
        for (int i = oneMostly(); i > 0; i--) {
            add(payment(order));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            add(Histories.promiseChanged(order).to(instant()));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            add(act(order));
        }
    }

    private Histories.Told payment(String order) {
        Histories.Told paid = Histories.paid(order);
        if (random.nextInt(12) == 0) {
            paid.ofType(OrderType.VIRTUAL);
        }
        return random.nextInt(3) == 0 ? paid : paid.promising(instant());
    }

    private Histories.Told act(String order) {
        TraceNode[] nodes = TraceNode.values();
        return switch (random.nextInt(8)) {
            case 0 -> Histories.cancelled(order);
            case 1 -> Histories.refundAgreed(order);
            case 2 -> Histories.refundApplied(order);
            case 3 -> Histories.shippedInPart(order);
            case 4, 5 -> Histories.traced(order, nodes[random.nextInt(nodes.length)]);
            default -> Histories.shipped(order);
        };
    }

    /** Ids are no order of arrival, and not all of them are plain ASCII. */
    private void add(Histories.Told told) {
        String id = ID_STARTS[random.nextInt(ID_STARTS.length)] + random.nextInt(10) + "-" + events.size();
        events.add(told.named(id).from("shop-" + random.nextInt(3)).at(instant()));
    }

    private int oneMostly() {
        int dice = random.nextInt(10);
        return dice == 0 ? 0 : dice <= 7 ? 1 : 2;
    }

    private long instant() {
        int beside = random.nextInt(6);
        return MIDNIGHT + random.nextInt(12) * grid + (beside == 0 ? -1 : beside == 1 ? 1 : 0);
    }
}
