package io.xunjian.rules.providerinactive;

import static io.xunjian.rules.providerinactive.ProviderActs.*;
import static io.xunjian.rules.testing.Times.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.Status;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.Window;
import io.xunjian.rules.book.Action;
import io.xunjian.rules.book.ActionType;
import io.xunjian.rules.book.Mode;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventBuilder;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.SubjectType;
import io.xunjian.rules.testing.Books;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderInactiveTest {

    @ParameterizedTest
    @CsvSource({"2022-05-17, 2022-08-16", "2022-05-16, 2022-08-15", "2022-05-15, 2022-08-15", "2022-08-20, 2022-11-19"})
    void withoutASettlementForNinetyDaysAProviderIsInactive(String settled, String inactive) {
        Finding run = last(found(with(ordersThroughout(), GRANTED, BOUND, settled(settled))));
        assertThat(run.alertId()).isEqualTo("PROVIDER_INACTIVE:P:" + inactive);
        assertThat(run.raisedAt()).isEqualTo(midnight(inactive));
        assertThat(run.status()).isEqualTo(Status.OPEN);
        assertThat(run.keys()).isEqualTo(Map.of("legs", "SETTLEMENT"));
        assertThat(run.subjectType()).isEqualTo(SubjectType.PROVIDER);
        assertThat(run.subjectId()).isEqualTo("P");
        assertThat(run.isLast()).isTrue();
        assertThat(run.window()).isEqualTo(new Window(midnight(inactive) - 90 * DAY, midnight(inactive)));
    }

    @ParameterizedTest
    @CsvSource({"2022-05-17, 2022-08-16", "2022-05-16, 2022-08-15", "2022-08-20, 2022-11-19"})
    void withoutAServiceOrderAsWell(String ordered, String inactive) {
        Finding run = last(found(with(settledThroughout(), GRANTED, BOUND, ordered(ordered, "V"))));
        assertThat(run.alertId()).isEqualTo("PROVIDER_INACTIVE:P:" + inactive);
        assertThat(run.keys()).isEqualTo(Map.of("legs", "SERVICE_ORDER"));
    }

    @Test
    void aProviderIsNotJudgedForNinetyDaysAfterItsGrant() {
        Finding run = only(found(granted("2022-06-01")));
        assertThat(run.alertId()).isEqualTo("PROVIDER_INACTIVE:P:2022-08-30");
        assertThat(run.keys()).isEqualTo(Map.of("legs", "SETTLEMENT,SERVICE_ORDER"));
        assertThat(only(found(GRANTED)).alertId())
                .as("nothing before the first version")
                .isEqualTo("PROVIDER_INACTIVE:P:2022-08-15");
    }

    @Test
    void theFirstGrantOfTheCategoryCounts() {
        Event photography = granted("2021-01-01", "PHOTOGRAPHY");
        assertThat(found(photography)).isEmpty();
        Finding run = only(found(photography, granted("2022-09-01"), granted("2022-06-01")));
        assertThat(run.alertId()).isEqualTo("PROVIDER_INACTIVE:P:2022-08-30");
        assertThat(run.evidence()).extracting("eventId").containsExactly("CATEGORY_GRANTED@2022-06-01");
    }

    @Test
    void aSettlementInTheLastMillisecondOfADayBelongsToThatDay() {
        List<Event> others = with(ordersThroughout(), GRANTED, BOUND);
        long last = midnight("2022-05-18") - 1;
        assertThat(only(found(with(others, settledAt(last)))).alertId()).isEqualTo("PROVIDER_INACTIVE:P:2022-08-16");
        assertThat(only(found(with(others, settledAt(last + 1)))).alertId())
                .isEqualTo("PROVIDER_INACTIVE:P:2022-08-17");
    }

    @Test
    void aRunEndsOnTheDayAfterTheSettlementAndAnotherMayBegin() {
        List<Finding> runs =
                found(with(ordersThroughout(), GRANTED, BOUND, settled("2022-05-16"), settled("2022-08-30")));
        assertThat(runs).hasSize(2);
        assertThat(runs.get(0).status()).isEqualTo(Status.CURED);
        assertThat(runs.get(0).curedAt()).isEqualTo(midnight("2022-08-31"));
        assertThat(runs.get(1).raisedAt()).isEqualTo(midnight("2022-11-29"));
        assertThat(runs.get(1).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void theLegsAreThoseOfTheFirstDay() {
        Finding run = only(found(with(settledThroughout(), GRANTED, BOUND)));
        assertThat(run.keys()).isEqualTo(Map.of("legs", "SERVICE_ORDER"));
        Finding both = only(found(GRANTED, BOUND, ordered("2022-08-20", "V")));
        assertThat(both.keys()).isEqualTo(Map.of("legs", "SETTLEMENT,SERVICE_ORDER"));
    }

    @Test
    void aRefundOnTheDayItselfCountsFromTheNextDayOn() {
        List<Event> others = with(settledThroughout(), GRANTED, BOUND, ordered("2022-08-01", "V"));
        assertThat(only(found(others)).raisedAt()).isEqualTo(midnight("2022-10-31"));
        long midnight = midnight("2022-09-10");
        assertThat(only(found(with(others, refunded(midnight, "V")))).raisedAt())
                .isEqualTo(midnight("2022-09-11"));
        assertThat(only(found(with(others, refunded(midnight - 1, "V")))).raisedAt())
                .isEqualTo(midnight);
        assertThat(only(found(with(others, refunded(midnight, "W")))).raisedAt())
                .as("the refund of another")
                .isEqualTo(midnight("2022-10-31"));
        assertThat(only(found(with(others, refunded(midnight("2022-08-01"), "V"))))
                        .raisedAt())
                .as("refunded on the day of the payment")
                .isEqualTo(midnight("2022-08-15"));
    }

    @Test
    void anOrderPaidTwiceCountsOnceAndAnotherKeepsTheProviderActive() {
        List<Event> others = with(settledThroughout(), GRANTED, BOUND, ordered("2022-08-01", "V"));
        assertThat(only(found(with(others, ordered("2022-09-01", "V")))).raisedAt())
                .isEqualTo(midnight("2022-10-31"));
        assertThat(only(found(with(others, ordered("2022-09-01", "W")))).raisedAt())
                .isEqualTo(midnight("2022-12-01"));
    }

    @Test
    void anOrderOfNothingOrOfAnotherCategoryDoesNotCount() {
        EventBuilder order = builder(EventType.SERVICE_ORDER_PAID, midnight("2022-09-01"), "x")
                .serviceOrderId("V")
                .categoryCode(AGENCY);
        Event free = order.amountFen(0).build();
        Event photos = order.amountFen(1).categoryCode("PHOTOGRAPHY").build();
        for (Event worthless : List.of(free, photos)) {
            assertThat(only(found(with(settledThroughout(), GRANTED, BOUND, worthless)))
                            .status())
                    .isEqualTo(Status.OPEN);
        }
        assertThat(first(found(with(settledThroughout(), GRANTED, BOUND, free, ordered("2022-09-02", "V"))))
                        .curedAt())
                .as("the first that counts, though not the first of its id")
                .isEqualTo(midnight("2022-09-03"));
    }

    @Test
    void byTheOtherLogicBothMustBeMissing() {
        RuleBook book = Books.with(ProviderInactive.CODE, "logic: AND");
        assertThat(found(book, with(ordersThroughout(), GRANTED, BOUND)))
                .extracting("raisedAt")
                .containsExactly(midnight("2021-04-01"));
        List<Event> one = with(List.of(), GRANTED, BOUND, settled("2022-05-16"), ordered("2022-06-01", "V"));
        Finding run = found(book, one).get(1);
        assertThat(run.raisedAt()).isEqualTo(midnight("2022-08-31"));
        assertThat(run.keys()).isEqualTo(Map.of("legs", "SETTLEMENT,SERVICE_ORDER"));
    }

    @Test
    void aVersionThatJudgesItOtherwiseEndsARun() {
        RuleBook book = Books.of(Books.file(
                ProviderInactive.CODE,
                Books.version(1, "active", "2022-08-15T00:00:00+08:00", ""),
                Books.version(2, "active", "2022-09-01T12:00:00+08:00", "minTenureDays: 3660"),
                Books.version(3, "active", "2022-10-01T00:00:00+08:00", "days: 30")));
        List<Finding> runs = found(book, List.of(GRANTED));
        assertThat(runs).extracting(Finding::ruleVersion).containsExactly(1, 3);
        assertThat(runs.get(0).curedAt())
                .as("version 2 is in force from noon: first at the next midnight")
                .isEqualTo(midnight("2022-09-02"));
        assertThat(runs.get(1).window())
                .isEqualTo(new Window(midnight("2022-10-01") - 30 * DAY, midnight("2022-10-01")));
    }

    @Test
    void aRunIsSeenAtItsMidnightAndItsEndAtTheMidnightAfterTheAct() {
        List<Event> acts = with(ordersThroughout(), GRANTED, BOUND, settled("2022-05-16"), settled("2022-08-30"));
        Verdict before = judge(acts, midnight("2022-08-15") - 1, Books.BUILT_IN);
        assertThat(before.findings()).isEmpty();
        assertThat(before.nextLook()).isEqualTo(midnight("2022-08-15"));
        Verdict at = judge(acts, midnight("2022-08-31") - 1, Books.BUILT_IN);
        assertThat(only(at.findings()).status()).isEqualTo(Status.OPEN);
        assertThat(at.nextLook()).isEqualTo(midnight("2022-08-31"));
        assertThat(at.settledAt()).isEqualTo(Instants.NEVER);
        assertThat(only(judge(acts, at.nextLook(), Books.BUILT_IN).findings()).status())
                .isEqualTo(Status.CURED);
    }

    @Test
    void evidenceIsTheGrantWhatWasLastThereAndWhatCured() {
        Event order = ordered("2022-06-01", "V");
        Event refund = refunded(midnight("2022-08-20"), "V");
        Event again = ordered("2022-09-01", "W");
        Finding run = first(found(with(settledThroughout(), GRANTED, BOUND, order, refund, again)));
        assertThat(run.raisedAt()).isEqualTo(midnight("2022-08-21"));
        assertThat(run.evidence())
                .extracting(Evidence::eventId)
                .startsWith(GRANTED.eventId(), BOUND.eventId(), order.eventId())
                .contains(refund.eventId())
                .endsWith(again.eventId());
        assertThat(run.evidenceCount()).isEqualTo(run.evidence().size());
    }

    @Test
    void aRefundThatIsStillToComeDoesNotChangeWhatCured() {
        Event order = ordered("2022-09-01", "V");
        Event last = ordered("2022-09-01", "W");
        Event refund = refunded(midnight("2022-09-02") + 1, "W");
        List<Event> known = with(settledThroughout(), GRANTED, BOUND, order, last);
        long cured = midnight("2022-09-02");
        assertThat(first(judge(known, cured, Books.BUILT_IN).findings()).evidence())
                .endsWith(Evidence.of(last))
                .isEqualTo(first(judge(with(known, refund), END, Books.BUILT_IN).findings())
                        .evidence());
    }

    @Test
    void whoWasNeverGrantedTheCategoryIsForgottenWhenItsActsHaveLeftTheWindow() {
        Verdict verdict = judge(List.of(ordered("2022-06-01", "V")), END, Books.BUILT_IN);
        assertThat(verdict.settledAt()).isEqualTo(midnight("2022-08-31"));
        assertThat(verdict.nextLook()).isEqualTo(Instants.NEVER);
        RuleBook book = Books.of(Books.file(
                ProviderInactive.CODE,
                Books.version(1, "active", "2022-08-15T00:00:00+08:00", "days: 30"),
                Books.version(2, "active", "2022-09-01T00:00:00+08:00", "days: 60")));
        assertThat(judge(List.of(ordered("2022-06-01", "V")), END, book).settledAt())
                .as("the longest window of all versions")
                .isEqualTo(midnight("2022-08-01"));
    }

    @Test
    void theSentenceSaysWhatWasMissingAndWhenItWasThereLast() {
        assertReason(
                only(found(granted("2022-06-01"))),
                "Provider P had, in the 90 days before 2022-08-30, no settlement of a shop bound to it (none before"
                        + " either) and no paid service order (none before either).",
                "服务商 P 在 2022-08-30 之前 90 天内绑定店铺交易结算总额为 0（此前亦无），服务订购量为 0（此前亦无）。");
        List<Event> acts = with(ordersThroughout(), GRANTED, BOUND, settled("2022-05-16"), settled("2022-08-30"));
        assertReason(
                found(acts).get(0),
                "Provider P had, in the 90 days before 2022-08-15, no settlement of a shop bound to it (the last on"
                        + " 2022-05-16); active again from 2022-08-31.",
                "服务商 P 在 2022-08-15 之前 90 天内绑定店铺交易结算总额为 0（最近一次 2022-05-16）；自 2022-08-31 起恢复。");
        assertReason(
                only(found(with(settledThroughout(), GRANTED, BOUND, ordered("2022-06-01", "V")))),
                "Provider P had, in the 90 days before 2022-08-31, no paid service order (the last on 2022-06-01).",
                "服务商 P 在 2022-08-31 之前 90 天内服务订购量为 0（最近一次 2022-06-01）。");
    }

    @Test
    void delistingAndRemovalAreRecommended() {
        assertThat(Rules.alert(only(found(GRANTED)), Books.BUILT_IN).actions())
                .containsExactly(
                        new Action(ActionType.SERVICE_DELISTED, Mode.RECOMMEND, 0, 0),
                        new Action(ActionType.PROVIDER_REMOVAL, Mode.RECOMMEND, 0, 0));
    }

    private static void assertReason(Finding finding, String en, String zh) {
        var reason = Rules.alert(finding, Books.BUILT_IN).reason();
        assertThat(reason.en()).isEqualTo(en);
        assertThat(reason.zh()).isEqualTo(zh);
    }

    private static Finding first(List<Finding> findings) {
        return findings.get(0);
    }

    private static Finding last(List<Finding> findings) {
        return findings.get(findings.size() - 1);
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
