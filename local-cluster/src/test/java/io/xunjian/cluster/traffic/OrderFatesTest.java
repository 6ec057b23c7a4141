package io.xunjian.cluster.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.xunjian.cluster.traffic.TrafficRecord.Kind;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.OrderType;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.EventDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The orders of ten days, twenty days on. */
class OrderFatesTest {

    private static final Instant START = Instant.parse("2024-01-03T00:00:00Z");
    private static final long LAST_PAID = START.plus(Duration.ofDays(10)).toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long NEVER = Long.MAX_VALUE;

    private static Map<String, List<Event>> orders;

    @BeforeAll
    static void liveThirtyDays() {
        Market market = new Market(11, START, 200);
        Map<String, List<Event>> all = new HashMap<>();
        while (market.nextAt() < START.plus(Duration.ofDays(30)).toEpochMilli()) {
            TrafficRecord sent = market.next();
            if (sent.kind() == Kind.FACT && (sent.stream() == Stream.ORDERS || sent.stream() == Stream.SHIPMENTS)) {
                Event event = new EventDecoder(sent.stream()).decode(sent.value(), 0, sent.value().length);
                all.computeIfAbsent(event.orderId(), id -> new ArrayList<>()).add(event);
            }
        }
        all.values()
                .removeIf(events ->
                        paid(events).eventTime() >= LAST_PAID || paid(events).orderType() == OrderType.VIRTUAL);
        all.values().forEach(events -> events.sort(Comparator.comparingLong(Event::eventTime)));
        orders = all;
    }

    @Test
    void nineInTenShipInTime() {
        assertThat(share(events -> shipped(events) <= deadline(events))).isCloseTo(0.90, within(0.01));
        assertThat(share(events -> shipped(events) > deadline(events) && shipped(events) != NEVER))
                .isCloseTo(0.06, within(0.01));
        assertThat(share(events -> shipped(events) == NEVER)).isCloseTo(0.04, within(0.01));
    }

    @Test
    void halfOfThoseNeverShippedEndAfterTheirDeadline() {
        assertThat(share(events -> shipped(events) == NEVER && ended(events) != NEVER))
                .isCloseTo(0.02, within(0.005));
        assertThat(share(events -> ended(events) < deadline(events))).isZero();
    }

    @Test
    void whatIsLateIsLateForOneMarkOrTwoOrThree() {
        for (int level = 1; level <= 3; level++) {
            long from = (level - 1) * DAY;
            long to = level == 3 ? NEVER : level * DAY;
            assertThat(share(events -> shipped(events) != NEVER
                            && shipped(events) - deadline(events) > from
                            && shipped(events) - deadline(events) <= to))
                    .isGreaterThan(0.005);
        }
    }

    @Test
    void mostShopsAreHardlyEverLate() {
        Map<String, Long> late = new HashMap<>();
        orders.values().forEach(events -> {
            boolean isLate = shipped(events) > deadline(events);
            late.merge(paid(events).shopId(), isLate ? 1L : 0L, Long::sum);
        });
        long hardlyEver = late.values().stream().filter(count -> count <= 5).count();
        assertThat(hardlyEver).isGreaterThan(late.size() / 2);
    }

    private static double share(Predicate<List<Event>> condition) {
        return orders.values().stream().filter(condition).count() / (double) orders.size();
    }

    private static Event paid(List<Event> events) {
        return events.stream()
                .filter(event -> event.type() == EventType.ORDER_PAID)
                .findFirst()
                .orElseThrow();
    }

    private static long deadline(List<Event> events) {
        long promised = paid(events).promiseShipTime();
        long deadline = promised == Event.ABSENT ? paid(events).eventTime() + 2 * DAY : promised;
        for (Event event : events) {
            if (event.type() == EventType.PROMISE_CHANGED && event.eventTime() <= deadline) {
                deadline = event.promiseShipTime();
            }
        }
        return deadline;
    }

    private static long shipped(List<Event> events) {
        return first(events, event -> event.type() == EventType.SHIP_CONFIRMED && event.complete());
    }

    private static long ended(List<Event> events) {
        return first(
                events, event -> event.type() == EventType.ORDER_CANCELLED || event.type() == EventType.REFUND_AGREED);
    }

    private static long first(List<Event> events, Predicate<Event> condition) {
        return events.stream()
                .filter(condition)
                .mapToLong(Event::eventTime)
                .min()
                .orElse(NEVER);
    }
}
