package io.xunjian.rules.lateshipment;

import static io.xunjian.rules.testing.Histories.cancelled;
import static io.xunjian.rules.testing.Histories.paid;
import static io.xunjian.rules.testing.Histories.refundAgreed;
import static io.xunjian.rules.testing.Histories.refundApplied;
import static io.xunjian.rules.testing.Histories.shipped;
import static io.xunjian.rules.testing.Histories.shippedInPart;
import static io.xunjian.rules.testing.Histories.traced;
import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Status;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.OrderType;
import io.xunjian.rules.event.SubjectType;
import io.xunjian.rules.event.TraceNode;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Times;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateShipmentTest {

    private static final long PROMISE = NOON + DAY;
    private static final long LONG_AFTER = Times.A_YEAR_LATER;
    private static final Event PAID =
            paid("A").from("the-shop").promising(PROMISE).at(NOON);

    @Test
    void anOrderShippedAtItsPromiseIsInTime() {
        assertThat(found(LONG_AFTER, PAID, shipped("A").at(PROMISE))).isEmpty();
    }

    @Test
    void anOrderShippedJustBeforeItsPromiseIsInTime() {
        assertThat(found(LONG_AFTER, PAID, shipped("A").at(PROMISE - 1))).isEmpty();
    }

    @Test
    void anOrderShippedJustAfterItsPromiseIsLateAndCured() {
        Finding late = only(found(LONG_AFTER, PAID, shipped("A").at(PROMISE + 1)));
        assertThat(late.status()).isEqualTo(Status.CURED);
        assertThat(late.raisedAt()).isEqualTo(PROMISE);
        assertThat(late.curedAt()).isEqualTo(PROMISE + 1);
    }

    @Test
    void aBreachIsSeenFromItsDeadlineOn() {
        assertThat(found(PROMISE - 1, PAID)).isEmpty();
        assertThat(found(PROMISE, PAID)).hasSize(1);
    }

    @Test
    void aBreachNamesItsOrderShopLevelAndVersion() {
        Finding late = only(found(PROMISE, PAID));
        assertThat(late.alertId()).isEqualTo("LATE_SHIPMENT:A:1");
        assertThat(late.subjectType()).isEqualTo(SubjectType.SHOP);
        assertThat(late.subjectId()).isEqualTo("the-shop");
        assertThat(late.keys()).containsOnlyKeys("orderId").containsEntry("orderId", "A");
        assertThat(late.level()).isEqualTo(1);
        assertThat(late.ruleVersion()).isEqualTo(1);
        assertThat(late.curedAt()).isEqualTo(Instants.NEVER);
        assertThat(late.evidence()).containsExactly(Evidence.of(PAID));
    }

    @Test
    void anOrderThatNeverShipsIsJudgedThreeTimesADayApart() {
        assertThat(found(PROMISE + DAY - 1, PAID)).hasSize(1);
        assertThat(found(PROMISE + DAY, PAID)).hasSize(2);
        assertThat(found(PROMISE + 2 * DAY - 1, PAID)).hasSize(2);
        List<Finding> all = found(LONG_AFTER, PAID);
        assertThat(all).extracting(Finding::raisedAt).containsExactly(PROMISE, PROMISE + DAY, PROMISE + 2 * DAY);
        assertThat(all).extracting(Finding::level).containsExactly(1, 2, 3);
        assertThat(all).extracting(Finding::isLast).containsExactly(false, false, true);
    }

    @Test
    void shippingAtAMarkOfRejudgementSavesThatLevelAndShippingAfterItDoesNot() {
        assertThat(found(LONG_AFTER, PAID, shipped("A").at(PROMISE + DAY))).hasSize(1);
        assertThat(found(LONG_AFTER, PAID, shipped("A").at(PROMISE + DAY + 1))).hasSize(2);
        assertThat(found(LONG_AFTER, PAID, shipped("A").at(PROMISE + 2 * DAY))).hasSize(2);
        assertThat(found(LONG_AFTER, PAID, shipped("A").at(PROMISE + 2 * DAY + 1)))
                .hasSize(3)
                .allMatch(finding -> finding.curedAt() == PROMISE + 2 * DAY + 1);
    }

    @Test
    void aCureIsNotKnownBeforeItHappens() {
        Event shipped = shipped("A").at(PROMISE + HOUR);
        assertThat(only(found(PROMISE + HOUR - 1, PAID, shipped)).status()).isEqualTo(Status.OPEN);
        assertThat(only(found(PROMISE + HOUR, PAID, shipped)).status()).isEqualTo(Status.CURED);
    }

    @Test
    void withoutAPromiseTheDeadlineIsTwoDaysAfterPayment() {
        Event paid = paid("A").at(NOON);
        assertThat(found(NOON + 2 * DAY - 1, paid)).isEmpty();
        assertThat(only(found(NOON + 2 * DAY, paid)).raisedAt()).isEqualTo(NOON + 2 * DAY);
    }

    @Test
    void aCancellationAndAnAgreedRefundCloseTheOrder() {
        for (Event act : List.of(cancelled("A").at(PROMISE), refundAgreed("A").at(PROMISE))) {
            assertThat(found(LONG_AFTER, PAID, act)).as(act.type().name()).isEmpty();
        }
        for (Event act :
                List.of(cancelled("A").at(PROMISE + 1), refundAgreed("A").at(PROMISE + 1))) {
            Finding late = only(found(LONG_AFTER, PAID, act));
            assertThat(late.curedAt()).as(act.type().name()).isEqualTo(PROMISE + 1);
            assertThat(late.evidence()).containsExactly(Evidence.of(PAID), Evidence.of(act));
        }
    }

    @Test
    void aRefundAppliedForAndAPartShippedAreNoFactsOfAnOrder() {
        assertThat(Orders.KIND.keyOf(refundApplied("A").at(NOON))).isNull();
        assertThat(Orders.KIND.keyOf(shippedInPart("A").at(NOON))).isNull();
        assertThat(Orders.KIND.keyOf(shipped("A").at(NOON))).isEqualTo("A");
    }

    @Test
    void theFirstOfTheActsThatCloseAnOrderCuresIt() {
        Finding late = only(found(
                LONG_AFTER,
                PAID,
                cancelled("A").at(PROMISE + 3),
                shipped("A").at(PROMISE + 2),
                refundAgreed("A").at(PROMISE + 4),
                shipped("A").at(PROMISE + 5)));
        assertThat(late.curedAt()).isEqualTo(PROMISE + 2);
    }

    @Test
    void onlyNodesInTheCarriersHandsAreFactsOfAnOrder() {
        assertThat(Arrays.stream(TraceNode.values())
                        .filter(node -> Orders.KIND.keyOf(traced("A", node).at(NOON)) != null))
                .containsExactly(
                        TraceNode.PICKED_UP, TraceNode.IN_TRANSIT, TraceNode.OUT_FOR_DELIVERY, TraceNode.SIGNED);
    }

    @Test
    void aWaybillShipsAndAScanDoesNotUnlessTheBookAsksForScans() {
        RuleBook scans = Books.with(LateShipment.CODE, "cureOn: PICKUP_SCAN");
        Event waybill = shipped("A").at(NOON + HOUR);
        Event scan = traced("A", TraceNode.PICKED_UP).at(PROMISE);
        assertThat(found(PROMISE, PAID, scan)).hasSize(1);
        assertThat(found(PROMISE, PAID, waybill)).isEmpty();
        assertThat(found(scans, PROMISE, PAID, scan)).isEmpty();
        assertThat(found(scans, PROMISE, PAID, waybill)).hasSize(1);
        assertThat(found(scans, PROMISE, PAID, cancelled("A").at(PROMISE))).isEmpty();
    }

    @Test
    void aVirtualOrderIsNeverLate() {
        Event paid = paid("A").promising(PROMISE).ofType(OrderType.VIRTUAL).at(NOON);
        assertThat(found(LONG_AFTER, paid)).isEmpty();
        assertThat(found(LONG_AFTER, paid("A").ofType(OrderType.PRESALE).at(NOON)))
                .hasSize(3);
    }

    @Test
    void anOrderThatWasNotPaidIsNotLate() {
        Verdict verdict = judge(Books.BUILT_IN, LONG_AFTER, shipped("A").at(NOON));
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.settledAt()).isEqualTo(NOON + LateShipment.UNPAID_KEPT);
    }

    @Test
    void anActBeforeThePaymentClosesTheOrder() {
        assertThat(found(LONG_AFTER, PAID, shipped("A").at(NOON - DAY))).isEmpty();
        assertThat(found(LONG_AFTER, PAID, cancelled("A").at(NOON - 1))).isEmpty();
    }

    @Test
    void ofTwoPaymentsTheFirstCounts() {
        Event second = paid("A").from("other").promising(NOON + 9 * DAY).at(NOON + 1);
        Finding late = only(found(PROMISE, second, PAID));
        assertThat(late.subjectId()).isEqualTo("the-shop");
    }

    @Test
    void ofTwoPaymentsAtOneInstantTheOneWithTheSmallerIdCounts() {
        Event a = paid("A").named("a").from("shop-a").promising(PROMISE).at(NOON);
        Event b = paid("A").named("b").from("shop-b").promising(PROMISE).at(NOON);
        assertThat(only(found(PROMISE, b, a)).subjectId()).isEqualTo("shop-a");
        assertThat(only(found(PROMISE, a, b)).subjectId()).isEqualTo("shop-a");
    }

    @Test
    void aPromiseThatLiesBeforeThePaymentIsABreachOfThatInstantSeenAtThePayment() {
        Event paid = paid("A").promising(NOON - 3 * DAY).at(NOON);
        assertThat(found(NOON - 1, paid)).isEmpty();
        assertThat(found(NOON, paid))
                .extracting(Finding::raisedAt)
                .containsExactly(NOON - 3 * DAY, NOON - 2 * DAY, NOON - DAY);
    }

    @Test
    void theJudgeIsAskedToLookAgainAtEachMarkAndAtTheCure() {
        Event shipped = shipped("A").at(PROMISE + DAY + HOUR);
        assertThat(judge(Books.BUILT_IN, NOON, PAID, shipped).nextLook()).isEqualTo(PROMISE);
        assertThat(judge(Books.BUILT_IN, PROMISE, PAID, shipped).nextLook()).isEqualTo(PROMISE + DAY);
        assertThat(judge(Books.BUILT_IN, PROMISE + DAY, PAID, shipped).nextLook())
                .isEqualTo(PROMISE + DAY + HOUR);
        assertThat(judge(Books.BUILT_IN, PROMISE + 2 * DAY, PAID, shipped).nextLook())
                .isEqualTo(Instants.NEVER);
    }

    @Test
    void anOrderIsSettledWhenNothingCanChangeAnyMore() {
        assertThat(judge(Books.BUILT_IN, NOON, PAID).settledAt()).isEqualTo(Instants.NEVER);
        assertThat(judge(Books.BUILT_IN, NOON, PAID, shipped("A").at(NOON + HOUR))
                        .settledAt())
                .isEqualTo(PROMISE);
        assertThat(judge(Books.BUILT_IN, NOON, PAID, shipped("A").at(PROMISE + HOUR))
                        .settledAt())
                .isEqualTo(PROMISE + HOUR);
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static List<Finding> found(long asOf, Event... events) {
        return found(Books.BUILT_IN, asOf, events);
    }

    private static List<Finding> found(RuleBook book, long asOf, Event... events) {
        return judge(book, asOf, events).findings();
    }

    private static Verdict judge(RuleBook book, long asOf, Event... events) {
        OrderFacts facts = Arrays.stream(events).map(Orders.KIND::of).reduce(OrderFacts.NONE, OrderFacts::join);
        return new LateShipment().judge("A", facts, asOf, book);
    }
}
