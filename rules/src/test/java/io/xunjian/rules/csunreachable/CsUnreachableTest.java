package io.xunjian.rules.csunreachable;

import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Finding;
import io.xunjian.rules.History;
import io.xunjian.rules.Rules;
import io.xunjian.rules.Status;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.Window;
import io.xunjian.rules.book.Action;
import io.xunjian.rules.book.ActionType;
import io.xunjian.rules.book.Mode;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.CallDirection;
import io.xunjian.rules.event.CallResult;
import io.xunjian.rules.event.CallSource;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventBuilder;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Times;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsUnreachableTest {

    private static final CsUnreachable RULE = new CsUnreachable();

    @Test
    void threeMissedCallsOfWhichTheLastIsADayAfterTheFirstAreABreach() {
        Finding breach = only(found(missed(1, NOON), missed(2, NOON + HOUR), missed(3, NOON + DAY)));
        assertThat(breach.alertId()).isEqualTo("CS_UNREACHABLE:shop:e3");
        assertThat(breach.subjectId()).isEqualTo("shop");
        assertThat(breach.keys()).isEqualTo(Map.of("caseId", "case"));
        assertThat(breach.raisedAt()).isEqualTo(NOON + DAY);
        assertThat(breach.status()).isEqualTo(Status.OPEN);
        assertThat(breach.window()).isEqualTo(new Window(NOON, NOON + DAY));
        assertThat(breach.evidence()).extracting("eventId").containsExactly("e1", "e2", "e3");
    }

    @Test
    void aMillisecondMoreThanADayIsNone() {
        assertThat(found(missed(1, NOON), missed(2, NOON + HOUR), missed(3, NOON + DAY + 1)))
                .isEmpty();
    }

    @Test
    void theWindowSlides() {
        List<Finding> found =
                found(missed(1, NOON), missed(2, NOON + HOUR), missed(3, NOON + DAY + 1), missed(4, NOON + DAY + 2));
        assertThat(only(found).raisedAt()).isEqualTo(NOON + DAY + 2);
    }

    @Test
    void sixInARowAreTwoBreachesAndFiveAreOne() {
        Event[] calls = new Event[6];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = missed(i + 1, NOON + i);
        }
        assertThat(found(calls)).extracting("raisedAt").containsExactly(NOON + 2, NOON + 5);
        calls[5] = calls[4];
        assertThat(found(calls)).hasSize(1);
    }

    @Test
    void anAnsweredCallBeginsAnew() {
        assertThat(found(missed(1, NOON), missed(2, NOON + 1), reached(3, NOON + 2), missed(4, NOON + 3)))
                .isEmpty();
    }

    @Test
    void aCallBackBeginsAnewOnlyIfItIsAnswered() {
        EventBuilder callBack = call(3, NOON + 2).direction(CallDirection.OUT);
        Event unanswered = callBack.result(CallResult.BUSY).build();
        assertThat(found(missed(1, NOON), missed(2, NOON + 1), unanswered, missed(4, NOON + 3)))
                .hasSize(1);
        Event answered = callBack.result(CallResult.ANSWERED).build();
        assertThat(found(missed(1, NOON), missed(2, NOON + 1), answered, missed(4, NOON + 3)))
                .isEmpty();
    }

    @Test
    void anAnsweredCallWithoutASecondOfTalkIsMissed() {
        Event silent =
                call(3, NOON + 2).result(CallResult.ANSWERED).talkSeconds(0).build();
        assertThat(found(missed(1, NOON), missed(2, NOON + 1), silent)).hasSize(1);
        Event short1 =
                call(3, NOON + 2).result(CallResult.ANSWERED).talkSeconds(1).build();
        assertThat(found(missed(1, NOON), missed(2, NOON + 1), short1, missed(4, NOON + 3)))
                .isEmpty();
    }

    @Test
    void aBuyersCallNeitherCountsNorResets() {
        EventBuilder buyers = call(3, NOON + 2).source(CallSource.BUYER);
        Event missed = buyers.result(CallResult.NO_ANSWER).build();
        assertThat(found(missed(1, NOON), missed(2, NOON + 1), missed)).isEmpty();
        Event answered = buyers.result(CallResult.ANSWERED).build();
        assertThat(found(missed(1, NOON), missed(2, NOON + 1), answered, missed(4, NOON + 3)))
                .hasSize(1);
    }

    @Test
    void callsOfAnotherCaseOrShopAreCountedApart() {
        Event otherCase = call(3, NOON + 2).caseId("other").build();
        Event otherShop = call(3, NOON + 2).shopId("other").build();
        assertThat(found(missed(1, NOON), missed(2, NOON + 1), otherCase)).isEmpty();
        assertThat(found(missed(1, NOON), missed(2, NOON + 1), otherShop)).isEmpty();
    }

    @Test
    void callsOfNoCaseBelongTogether() {
        Event[] calls = new Event[3];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = call(i, NOON + i).caseId("").build();
        }
        assertThat(only(found(calls)).keys()).isEmpty();
    }

    @Test
    void callsAtTheSameInstantAreTakenById() {
        Finding breach = only(found(missed(3, NOON), missed(1, NOON), missed(2, NOON), reached(4, NOON)));
        assertThat(breach.alertId()).isEqualTo("CS_UNREACHABLE:shop:e3");
    }

    @Test
    void theNextLookIsTheNextKnownBreach() {
        Verdict verdict = judge(NOON, Books.BUILT_IN, missed(1, NOON), missed(2, NOON + 1), missed(3, NOON + 2));
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.nextLook()).isEqualTo(NOON + 2);
    }

    @Test
    void aCaseIsSettledWhenItsLastMissedCallHasLeftTheWindow() {
        assertThat(judge(NOON, Books.BUILT_IN, missed(1, NOON)).settledAt()).isEqualTo(NOON + DAY);
        assertThat(judge(NOON, Books.BUILT_IN, missed(1, NOON), reached(2, NOON + HOUR))
                        .settledAt())
                .isEqualTo(NOON + HOUR);
    }

    @Test
    void theLongestWindowOfAllVersionsCountsForThat() {
        RuleBook book = Books.of(Books.file(
                CsUnreachable.CODE,
                Books.version(1, "active", "2000-01-01T00:00:00+08:00", "window: PT12H"),
                Books.version(2, "active", "2022-08-01T18:00:00+08:00", "window: PT36H")));
        assertThat(judge(NOON, book, missed(1, NOON)).settledAt()).isEqualTo(NOON + 36 * HOUR);
        assertThat(judge(NOON + DAY, book, missed(1, NOON), missed(2, NOON + 1), missed(3, NOON + DAY))
                        .findings())
                .hasSize(1);
    }

    @Test
    void whatWasPrunedStillCountsInTheRow() {
        CaseFacts facts = facts(missed(1, NOON), reached(2, NOON + 1), missed(3, NOON + 2), missed(4, NOON + 3));
        CaseFacts pruned = Cases.KIND.prune(facts, NOON + 3, Books.BUILT_IN);
        assertThat(pruned.calls().isEmpty()).isTrue();
        CaseFacts more = Cases.KIND.join(pruned, facts(missed(5, NOON + 4)));
        assertThat(RULE.judge("shop\tcase", more, Times.A_YEAR_LATER, Books.BUILT_IN)
                        .findings())
                .extracting("alertId")
                .containsExactly("CS_UNREACHABLE:shop:e5");
    }

    @Test
    void theParametersAreThoseInForceAtTheCall() {
        RuleBook book = Books.of(Books.file(
                CsUnreachable.CODE,
                Books.version(1, "active", "2000-01-01T00:00:00+08:00", "calls: 2"),
                Books.version(2, "active", "2022-08-01T12:00:00+08:00", "calls: 4, sources: [BUYER]")));
        List<Finding> before =
                judge(NOON, book, missed(1, NOON - 2), missed(2, NOON - 1)).findings();
        assertThat(only(before).ruleVersion()).isEqualTo(1);
        assertThat(judge(NOON, book, missed(1, NOON - 1), missed(2, NOON)).findings())
                .isEmpty();
    }

    @Test
    void theAlertSaysItInBothLanguagesAndRecommendsADeduction() {
        Finding breach = only(found(missed(1, NOON), missed(2, NOON + HOUR), missed(3, NOON + 2 * HOUR)));
        var alert = Rules.alert(breach, Books.BUILT_IN);
        assertThat(alert.reason().en())
                .isEqualTo("Shop shop, case case, missed 3 calls in a row within 1 d,"
                        + " from 2022-08-01 12:00:00 to 2022-08-01 14:00:00.");
        assertThat(alert.reason().zh())
                .isEqualTo("店铺 shop（案件 case） 在 1 天内连续 3 次电话未接通，首次 2022-08-01 12:00:00，末次 2022-08-01 14:00:00。");
        assertThat(alert.actions()).containsExactly(new Action(ActionType.DEPOSIT_DEDUCTION, Mode.RECOMMEND, 0, 0));
    }

    private static Event missed(int id, long time) {
        return call(id, time).result(CallResult.NO_ANSWER).build();
    }

    private static Event reached(int id, long time) {
        return call(id, time).result(CallResult.ANSWERED).build();
    }

    private static EventBuilder call(int id, long time) {
        return new EventBuilder()
                .type(EventType.CALL_ATTEMPT)
                .eventId("e" + id)
                .eventTime(time)
                .shopId("shop")
                .caseId("case")
                .source(CallSource.PLATFORM_SPOT_CHECK)
                .direction(CallDirection.IN);
    }

    private static CaseFacts facts(Event... calls) {
        return History.facts(Cases.KIND, List.of(calls)).get("shop\tcase");
    }

    private static Verdict judge(long asOf, RuleBook book, Event... calls) {
        return RULE.judge("shop\tcase", facts(calls), asOf, book);
    }

    private static List<Finding> found(Event... calls) {
        return History.findings(List.of(calls), Times.A_YEAR_LATER, Books.BUILT_IN);
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
