package io.xunjian.bench.micro;

import static io.xunjian.rules.event.CallResult.ANSWERED;
import static io.xunjian.rules.event.CallResult.NO_ANSWER;

import io.xunjian.rules.Status;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A typical history of one key for each rule, with a breach or without one. */
final class Histories {

    /** Epoch ms at which they are over and every breach in them is seen. */
    static final long END = Acts.at(24 * 125);

    private static final int LATE_ORDERS = 20;
    private static final int CALLS = 20;
    private static final int DAYS_OF_PROVIDER = 125;
    private static final int LAST_DAY_OF_IDLE_SHOP = 20;

    private Histories() {}

    static List<Event> of(String code, boolean isBreach) {
        return switch (code) {
            case "LATE_SHIPMENT" -> order("o-20250601-000216", isBreach ? 50 : 30);
            case "SHOP_CLOSURE" -> lateOrders(isBreach);
            case "CS_UNREACHABLE" -> calls(isBreach ? 10 : CALLS);
            case "COMPLAINT_OVERDUE" -> complaint(isBreach ? 30 : 11);
            case "PROVIDER_INACTIVE" -> provider(isBreach ? LAST_DAY_OF_IDLE_SHOP : DAYS_OF_PROVIDER);
            default -> throw new IllegalArgumentException(code);
        };
    }

    private static List<Event> order(String orderId, long shippedAtHour) {
        return List.of(Acts.paid(orderId, 0), Acts.shipped(orderId, shippedAtHour));
    }

    /** Orders late to the last judgement, or, revoked, not late after all. */
    private static List<Event> lateOrders(boolean isBreach) {
        return IntStream.range(0, LATE_ORDERS)
                .mapToObj(i -> OneKey.of("LATE_SHIPMENT", List.of(Acts.paid("o-" + i, i))))
                .flatMap(order -> order.judge(END).findings().stream())
                .map(finding -> Event.of(isBreach ? finding : finding.as(Status.REVOKED, 2)))
                .filter(event -> event.finding().isLast())
                .toList();
    }

    /** A call an hour: every third is answered, but two of three before the one that stands at {@code breachAt}. */
    private static List<Event> calls(int breachAt) {
        return IntStream.range(0, CALLS)
                .mapToObj(i -> Acts.call(i % 3 == 0 && (i < breachAt - 2 || i > breachAt) ? ANSWERED : NO_ANSWER, i))
                .toList();
    }

    private static List<Event> complaint(long answeredAtHour) {
        return List.of(
                Acts.complained(10),
                Acts.toComplaint(EventType.COMPLAINT_RESPONDED, answeredAtHour),
                Acts.toComplaint(EventType.COMPLAINT_RESOLVED, answeredAtHour + 5));
    }

    /** Three service orders a day, and a shop that has a settlement on each day up to the last. */
    private static List<Event> provider(int lastSettled) {
        List<Event> shop = new ArrayList<>(List.of(Acts.bound(0)));
        IntStream.range(0, lastSettled)
                .mapToObj(day -> Acts.settled(24 * day + 12))
                .forEach(shop::add);
        Stream<Event> orders = IntStream.range(0, 3 * DAYS_OF_PROVIDER).mapToObj(i -> Acts.serviceOrdered(8 * i + 7));
        Stream<Event> settledDays = OneKey.of("SETTLED_WHILE_BOUND", shop).found(END).stream();
        return Stream.of(Stream.of(Acts.granted(0)), settledDays, orders)
                .flatMap(acts -> acts)
                .toList();
    }
}
