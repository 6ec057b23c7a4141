package io.xunjian.functions;

import static io.xunjian.rules.testing.Histories.cancelled;
import static io.xunjian.rules.testing.Histories.paid;
import static io.xunjian.rules.testing.Histories.promiseChanged;
import static io.xunjian.rules.testing.Histories.shipped;
import static io.xunjian.rules.testing.Histories.traced;
import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.NEXT_NOON;
import static io.xunjian.rules.testing.Times.NOON;
import static io.xunjian.rules.testing.Times.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.functions.JudgeHarness.Backend;
import io.xunjian.rules.History;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.TraceNode;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.NetAlert;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every arrival order of an order's events ends with the same net alerts, wherever the watermark stands meanwhile. */
class JudgeArrivalTest {

    private static final long END = NOON + days(8);

    static List<Arguments> histories() {
        List<Arguments> histories = new ArrayList<>();
        for (Backend backend : Backend.values()) {
            histories.add(Arguments.of(backend, "shipped a day too late", shippedLate()));
            histories.add(Arguments.of(backend, "shipped in time", shippedInTime()));
            histories.add(Arguments.of(backend, "paid twice, never shipped", neverShipped()));
        }
        return histories;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("histories")
    void everyArrivalOrderEndsWithTheSameNetAlerts(Backend backend, String name, List<Event> events) throws Exception {
        List<NetAlert> expected = NetAlert.ofAll(History.findings(events, END, Books.BUILT_IN)).stream()
                .filter(alert -> alert.ruleCode().equals("LATE_SHIPMENT"))
                .toList();
        for (List<Event> order : orders(events, backend == Backend.HEAP || backend == Backend.HEAP_NARROW ? 1 : 12)) {
            assertThat(netAfter(backend, order))
                    .as("watermark after: %s", order)
                    .isEqualTo(expected);
            assertThat(netBetween(backend, order))
                    .as("watermarks between: %s", order)
                    .isEqualTo(expected);
        }
    }

    private static List<NetAlert> netAfter(Backend backend, List<Event> order) throws Exception {
        try (JudgeHarness judge = orders(backend)) {
            return judge.arrive(order.toArray(Event[]::new)).watermark(END).net();
        }
    }

    /** Redelivers each event as well, once the watermark has moved. */
    private static List<NetAlert> netBetween(Backend backend, List<Event> order) throws Exception {
        try (JudgeHarness judge = orders(backend)) {
            long watermark = NOON - HOUR;
            for (Event event : order) {
                judge.arrive(event).watermark(watermark);
                List<NetAlert> said = judge.said();
                assertThat(judge.arrive(event).said()).isEqualTo(said);
                watermark += 2 * DAY;
            }
            return judge.watermark(END).net();
        }
    }

    private static List<Event> shippedLate() {
        return List.of(
                paid("A").promising(NEXT_NOON).at(NOON),
                promiseChanged("A").to(NEXT_NOON + HOUR).at(NOON + HOUR),
                promiseChanged("A").to(NEXT_NOON + 3 * HOUR).at(NEXT_NOON + HOUR),
                shipped("A").at(NEXT_NOON + DAY + 3 * HOUR + 1),
                cancelled("A").at(NEXT_NOON + 2 * DAY));
    }

    private static List<Event> shippedInTime() {
        return List.of(
                paid("A").promising(NEXT_NOON).at(NOON),
                promiseChanged("A").to(NOON + HOUR).at(NOON + HOUR),
                promiseChanged("A").to(NEXT_NOON).at(NOON + HOUR + 1),
                traced("A", TraceNode.PICKED_UP).at(NOON + HOUR),
                shipped("A").at(NOON + HOUR));
    }

    private static List<Event> neverShipped() {
        return List.of(
                paid("A").from("shop").at(NOON),
                paid("A").from("other").at(NOON + HOUR),
                promiseChanged("A").to(NOON + HOUR).at(NOON + 2 * DAY),
                promiseChanged("A").to(NOON + 2 * DAY).at(NOON + HOUR));
    }

    private static JudgeHarness orders(Backend backend) throws Exception {
        return new JudgeHarness.Setup(JudgeHarness.rulesOver("orders"), Books.BUILT_IN, days(30), backend).start();
    }

    /** Every order of a list, or each so-many-th of them. */
    private static <T> List<List<T>> orders(List<T> list, int each) {
        List<List<T>> all = new ArrayList<>();
        permute(new ArrayList<>(list), 0, all);
        List<List<T>> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += each) {
            some.add(all.get(i));
        }
        return some;
    }

    private static <T> void permute(List<T> list, int from, List<List<T>> all) {
        if (from == list.size()) {
            all.add(List.copyOf(list));
        }
        for (int i = from; i < list.size(); i++) {
            Collections.swap(list, from, i);
            permute(list, from + 1, all);
            Collections.swap(list, from, i);
        }
    }
}
