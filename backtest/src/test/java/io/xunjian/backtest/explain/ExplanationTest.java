package io.xunjian.backtest.explain;

import static io.xunjian.rules.testing.Histories.cancelled;
import static io.xunjian.rules.testing.Histories.paid;
import static io.xunjian.rules.testing.Histories.promiseChanged;
import static io.xunjian.rules.testing.Histories.refundApplied;
import static io.xunjian.rules.testing.Histories.shipped;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.NEXT_NOON;
import static io.xunjian.rules.testing.Times.NOON;
import static io.xunjian.rules.testing.Times.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.xunjian.backtest.Folders;
import io.xunjian.rules.Finding;
import io.xunjian.rules.History;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventBuilder;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.pages.Tongue;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.Histories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Why there is an alert, why there is none, and what would have changed it. */
class ExplanationTest {

    private static final String LATE = "LATE_SHIPMENT";
    private static final String CLOSURE = "SHOP_CLOSURE";

    @TempDir
    private Path folder;

    @Test
    void anAlertIsToldFromItsFirstEventToItsCure() throws IOException {
        Explanation told = alert(
                "LATE_SHIPMENT:A:1",
                paid("A").promising(NEXT_NOON).at(NOON),
                refundApplied("A").at(NOON + HOUR),
                shipped("A").at(NEXT_NOON + HOUR),
                paid("B").promising(NEXT_NOON).at(NOON));
        assertThat(told.looks()).extracting(Look::at).containsExactly(NOON, NEXT_NOON, NEXT_NOON + HOUR);
        assertThat(told.looks().get(0).ahead().raisedAt()).isEqualTo(NEXT_NOON);
        assertThat(told.text(Tongue.EN).lines().map(String::strip))
                .contains(
                        "LATE_SHIPMENT Late shipment · orders A",
                        "2022-08-01 13:00:00  REFUND_APPLIED REFUND_APPLIED-A@" + (NOON + HOUR)
                                + " (orderId A, shopId shop): no fact for this rule",
                        "→ a breach at 2022-08-02 12:00:00 if nothing else happens: LATE_SHIPMENT:A:1",
                        "→ breach LATE_SHIPMENT:A:1, level 1, minor: Order A was to ship by 2022-08-02 12:00:00; at judgement"
                                + " 1 of 3 (2022-08-02 12:00:00) it had not shipped.",
                        "→ cured, it stands as a breach: LATE_SHIPMENT:A:1",
                        "LATE_SHIPMENT:A:1 · minor · cured",
                        "would have prevented it, up to 2022-08-02 12:00:00: PROMISE_CHANGED or ORDER_CANCELLED or"
                                + " REFUND_AGREED or SHIP_CONFIRMED")
                .anyMatch(line -> line.startsWith("1, from 2000-01-01 00:00:00: defaultShipWindow PT48H, "));
        assertThat(told.text(Tongue.ZH)).contains("→ 已补救，违规仍成立：LATE_SHIPMENT:A:1");
    }

    @Test
    void aKeyWithoutAnAlertIsToldWhatKeptItFromOne() throws IOException {
        Explanation told = key(
                LATE,
                "A",
                paid("A").promising(NEXT_NOON).at(NOON),
                shipped("A").named("s-1").at(NEXT_NOON),
                paid("B").promising(NEXT_NOON).at(NEXT_NOON + days(1)));
        assertThat(told.breaches()).isEmpty();
        assertThat(told.whatIf().withheld("A"))
                .extracting(one -> one.event().eventId(), one -> one.breach().alertId())
                .containsExactly(tuple("s-1", "LATE_SHIPMENT:A:1"));
        assertThat(told.text(Tongue.EN))
                .contains(
                        "but for SHIP_CONFIRMED s-1 (2022-08-02 12:00:00): Order A was to ship by 2022-08-02 12:00:00");
    }

    @Test
    void aKeyThatIsNotYetLateIsToldWhenItWillBe() throws IOException {
        Explanation told = key(LATE, "A", paid("A").promising(NEXT_NOON).at(NOON));
        assertThat(told.text(Tongue.EN)).contains("it will be one at 2022-08-02 12:00:00 if nothing else happens");
    }

    @Test
    void anOpenAlertIsToldWhatCuresIt() throws IOException {
        Explanation told = alert(
                "LATE_SHIPMENT:A:1",
                paid("A").promising(NEXT_NOON).at(NOON),
                paid("B").at(NEXT_NOON + HOUR));
        Finding breach = told.breaches().get(0);
        assertThat(told.whatIf().curing(breach, 1))
                .containsExactly(
                        Set.of(EventType.ORDER_CANCELLED),
                        Set.of(EventType.REFUND_AGREED),
                        Set.of(EventType.SHIP_CONFIRMED));
    }

    @Test
    void whereNoOneEventWouldHaveKeptAnAlertAwayTwoAreTried() throws IOException {
        Finding breach = inactiveProvider().breaches().get(0);
        WhatIf whatIf = inactiveProvider().whatIf();
        assertThat(whatIf.preventing(breach, breach.raisedAt() - 1, 1)).isEmpty();
        assertThat(whatIf.preventing(breach, breach.raisedAt() - 1, 2))
                .containsExactly(Set.of(EventType.ORDER_SETTLED, EventType.SERVICE_ORDER_PAID));
        assertThat(whatIf.curing(breach, 1)).isEmpty();
        assertThat(whatIf.curing(breach, 2))
                .containsExactly(Set.of(EventType.ORDER_SETTLED, EventType.SERVICE_ORDER_PAID));
    }

    /** Granted, with a shop bound to it, and nothing after that. */
    private Explanation inactiveProvider() throws IOException {
        Event granted = new EventBuilder()
                .type(EventType.CATEGORY_GRANTED)
                .eventId("g")
                .eventTime(NOON)
                .providerId("P")
                .categoryCode("AGENCY_OPERATION")
                .build();
        Event bound = new EventBuilder()
                .type(EventType.SHOP_BOUND)
                .eventId("b")
                .eventTime(NOON)
                .providerId("P")
                .shopId("shop")
                .build();
        return key("PROVIDER_INACTIVE", "P", granted, bound, paid("A").at(NOON + days(100)));
    }

    @Test
    void aRuleOverFindingsIsToldByWhatItsKeysFound() throws IOException {
        Explanation told = alert(
                "SHOP_CLOSURE:shop:A",
                paid("A").promising(NEXT_NOON).at(NOON),
                paid("B").from("other").promising(NEXT_NOON).at(NOON),
                cancelled("A").at(NEXT_NOON + days(5)));
        assertThat(told.key()).isEqualTo("shop");
        assertThat(told.history().facts()).extracting(Event::eventTime).containsExactly(NEXT_NOON + days(2));
        assertThat(told.whatIf().preventing(told.breaches().get(0), NEXT_NOON + days(2), 1))
                .contains(Set.of(EventType.SHIP_CONFIRMED), Set.of(EventType.ORDER_CANCELLED));
        assertThat(key(
                                CLOSURE,
                                "shop",
                                paid("A").promising(NEXT_NOON).at(NOON),
                                paid("B").at(NOON + days(9)))
                        .breaches())
                .extracting(Finding::alertId)
                .containsExactly("SHOP_CLOSURE:shop:A");
    }

    @Test
    void anIdThatIsNoKeyStandsForTheKeysThatNameIt() throws IOException {
        Folders.write(
                folder,
                List.of(
                        paid("A").from("s-1").at(NOON),
                        paid("B").from("s-1").at(NOON),
                        paid("C").from("s-2").at(NOON)));
        assertThat(of(Question.ofKey(Rules.of(LATE), "s-1"), Instants.NEVER))
                .extracting(Explanation::key)
                .containsExactly("A", "B");
        assertThat(of(Question.ofKey(Rules.of(LATE), "s-3"), Instants.NEVER)).isEmpty();
    }

    @Test
    void theStartOfAVeryLongHistoryIsLookedAtOnce() throws IOException {
        List<Event> events =
                new ArrayList<>(List.of(paid("A").promising(NEXT_NOON).at(NOON)));
        for (int i = 1; i <= Looks.MOST_EVENTS; i++) {
            events.add(promiseChanged("A").to(NEXT_NOON + i).at(NOON + i));
        }
        Explanation told = alert("LATE_SHIPMENT:A:1", events.toArray(Event[]::new));
        assertThat(told.alertId()).isNull();
        assertThat(told.looks()).hasSize(Looks.MOST_EVENTS);
        assertThat(told.looks().get(0).news()).containsExactly(events.get(1));
        assertThat(told.text(Tongue.EN)).contains("  … earlier events, looked at together: 1\n  2022-08-01 12:00:00");
    }

    @Test
    void whatLiesAfterTheHorizonIsNotTold() throws IOException {
        Folders.write(
                folder,
                List.of(paid("A").promising(NEXT_NOON).at(NOON), shipped("A").at(NEXT_NOON + HOUR)));
        Explanation told =
                of(Question.ofAlert("LATE_SHIPMENT:A:1"), NEXT_NOON + 1).get(0);
        assertThat(told.looks()).extracting(Look::at).containsExactly(NOON, NEXT_NOON);
        assertThat(of(Question.ofAlert("LATE_SHIPMENT:A:1"), NEXT_NOON - 1)
                        .get(0)
                        .alertId())
                .isNull();
    }

    /** The last look at a key says what all rules say of it at the horizon; the alert is one that it became at its look. */
    @ParameterizedTest
    @MethodSource("io.xunjian.rules.testing.Cases#all")
    void theLooksOfEveryAlertEndWithIt(Cases.Case given) throws IOException {
        List<Event> events = Folders.read(given.events());
        for (Finding finding : some(History.findings(events, Histories.horizonOf(events), Books.BUILT_IN))) {
            List<Explanation> told = Explanation.of(
                    Question.ofAlert(finding.alertId()), EventFiles.in(given.events()), Instants.NEVER, Books.BUILT_IN);
            assertThat(told).as(finding.alertId()).hasSize(1);
            assertThat(told.get(0).breaches())
                    .as(finding.alertId())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("revision")
                    .containsExactly(finding);
            assertThat(told.get(0).text(Tongue.EN)).contains(finding.alertId() + " · ");
        }
    }

    /** Some of each rule. */
    private static List<Finding> some(List<Finding> findings) {
        return Rules.ALL.stream()
                .flatMap(rule -> findings.stream()
                        .filter(finding -> finding.ruleCode().equals(rule.code()))
                        .limit(10))
                .toList();
    }

    private Explanation alert(String alertId, Event... events) throws IOException {
        Folders.write(folder, List.of(events));
        return of(Question.ofAlert(alertId), Instants.NEVER).get(0);
    }

    private Explanation key(String ruleCode, String id, Event... events) throws IOException {
        Folders.write(folder, List.of(events));
        return of(Question.ofKey(Rules.of(ruleCode), id), Instants.NEVER).get(0);
    }

    private List<Explanation> of(Question question, long until) throws IOException {
        return Explanation.of(question, EventFiles.in(folder), until, Books.BUILT_IN);
    }
}
