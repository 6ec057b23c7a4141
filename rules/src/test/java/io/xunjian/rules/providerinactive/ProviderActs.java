package io.xunjian.rules.providerinactive;

import static io.xunjian.rules.testing.Times.at;

import io.xunjian.rules.Finding;
import io.xunjian.rules.History;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventBuilder;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.testing.Books;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The acts of the provider P and its shop S, in words; and what is found of them. */
final class ProviderActs {

    static final String AGENCY = "AGENCY_OPERATION";

    /** As of which is judged unless another instant is said. */
    static final long END = midnight("2023-01-01");

    static final Event GRANTED = granted("2021-01-01");
    static final Event BOUND = bound("2021-01-01");

    private ProviderActs() {}

    static long midnight(String date) {
        return at(date + "T00:00:00+08:00");
    }

    static Event granted(String date) {
        return granted(date, AGENCY);
    }

    static Event granted(String date, String category) {
        return builder(EventType.CATEGORY_GRANTED, midnight(date), date)
                .categoryCode(category)
                .build();
    }

    static Event bound(String date) {
        return builder(EventType.SHOP_BOUND, midnight(date), date).shopId("S").build();
    }

    static Event settled(String date) {
        return settledAt(midnight(date));
    }

    static Event settledAt(long time) {
        return builder(EventType.ORDER_SETTLED, time, String.valueOf(time))
                .providerId(null)
                .shopId("S")
                .build();
    }

    static Event ordered(String date, String serviceOrder) {
        return builder(EventType.SERVICE_ORDER_PAID, midnight(date), date + serviceOrder)
                .serviceOrderId(serviceOrder)
                .categoryCode(AGENCY)
                .amountFen(1)
                .build();
    }

    static Event refunded(long time, String serviceOrder) {
        return builder(EventType.SERVICE_ORDER_REFUNDED, time, String.valueOf(time))
                .serviceOrderId(serviceOrder)
                .build();
    }

    static EventBuilder builder(EventType type, long time, String name) {
        return new EventBuilder()
                .type(type)
                .eventId(type + "@" + name)
                .eventTime(time)
                .providerId("P");
    }

    static List<Event> ordersThroughout() {
        List<Event> orders = new ArrayList<>();
        for (String date : List.of("2022-05-01", "2022-07-20", "2022-10-10", "2022-12-30")) {
            orders.add(ordered(date, "V" + date));
        }
        return orders;
    }

    static List<Event> settledThroughout() {
        List<Event> settlements = new ArrayList<>();
        for (String date : List.of("2022-05-20", "2022-08-10", "2022-10-30", "2022-12-30")) {
            settlements.add(settled(date));
        }
        return settlements;
    }

    static List<Event> with(List<Event> events, Event... more) {
        List<Event> all = new ArrayList<>(events);
        all.addAll(Arrays.asList(more));
        return all;
    }

    static List<Finding> found(Event... events) {
        return found(List.of(events));
    }

    static List<Finding> found(List<Event> events) {
        return found(Books.BUILT_IN, events);
    }

    static List<Finding> found(RuleBook book, List<Event> events) {
        return judge(events, END, book).findings();
    }

    static Verdict judge(List<Event> events, long asOf, RuleBook book) {
        return new ProviderInactive().judge("P", facts(events), asOf, book);
    }

    /** Of P, with the days on which its shops had settlements. */
    static ProviderFacts facts(List<Event> events) {
        List<Event> all = new ArrayList<>(events);
        History.facts(BoundShops.KIND, events)
                .forEach((id, shop) -> new SettledWhileBound()
                        .judge(id, shop, END, Books.BUILT_IN)
                        .findings()
                        .forEach(day -> all.add(Event.of(day))));
        return History.facts(Providers.KIND, all).get("P");
    }
}
