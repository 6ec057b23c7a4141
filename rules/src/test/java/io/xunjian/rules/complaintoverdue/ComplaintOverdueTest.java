package io.xunjian.rules.complaintoverdue;

import static io.xunjian.rules.event.EventType.COMPLAINT_COMPENSATED;
import static io.xunjian.rules.event.EventType.COMPLAINT_CREATED;
import static io.xunjian.rules.event.EventType.COMPLAINT_JUDGED;
import static io.xunjian.rules.event.EventType.COMPLAINT_REOPENED;
import static io.xunjian.rules.event.EventType.COMPLAINT_RESOLVED;
import static io.xunjian.rules.event.EventType.COMPLAINT_RESPONDED;
import static io.xunjian.rules.event.EventType.COMPLAINT_WITHDRAWN;
import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.MIDNIGHT;
import static io.xunjian.rules.testing.Times.NOON;
import static io.xunjian.rules.testing.Times.days;
import static io.xunjian.rules.testing.Times.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.xunjian.rules.Finding;
import io.xunjian.rules.History;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.Status;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.book.Action;
import io.xunjian.rules.book.ActionType;
import io.xunjian.rules.book.Mode;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.ComplaintCategory;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventBuilder;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.SubjectType;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Times;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintOverdueTest {

    private static final ComplaintOverdue RULE = new ComplaintOverdue();
    private static final String NO_RESPONSE = "COMPLAINT_OVERDUE:C:NO_RESPONSE:";
    private static final String UNRESOLVED = "COMPLAINT_OVERDUE:C:UNRESOLVED";
    private static final String COMPENSATION = "COMPLAINT_OVERDUE:C:COMPENSATION";

    /** Made at noon: 9 hours are left of the day. */
    private static final long RESPOND_BY = NOON + DAY;

    private static final long RESOLVE_BY = NOON + days(2);
    private static final long COMPENSATE_BY = NOON + days(3);

    private static final Event MADE = made(NOON, ComplaintCategory.COURIER);

    @Test
    void whoNeverAnswersFailsBothToRespondAndToResolve() {
        assertThat(found(MADE))
                .extracting(Finding::alertId, Finding::level, Finding::isLast, Finding::raisedAt, Finding::status)
                .containsExactly(
                        tuple(NO_RESPONSE + id(MADE), 1, false, RESPOND_BY, Status.OPEN),
                        tuple(UNRESOLVED, 2, false, RESOLVE_BY, Status.OPEN));
    }

    @ParameterizedTest
    @CsvSource({
        "EXCHANGE, 24",
        "REFUND_OPERATION, 2",
        "COURIER, 24",
        "SERVICE, 24",
        "LOGISTICS, 48",
        "COUNTERFEIT, 24",
        "FALSE_ADVERTISING, 24",
        "OTHER, 24"
    })
    void eachCategoryHasItsHours(ComplaintCategory category, int hoursAfterNoon) {
        Finding late = breach(NO_RESPONSE, found(made(NOON, category)));
        assertThat(late.raisedAt()).isEqualTo(NOON + hours(hoursAfterNoon));
    }

    @ParameterizedTest
    @CsvSource({"20, COURIER, 44", "21, REFUND_OPERATION, 35", "9, COURIER, 21", "0, REFUND_OPERATION, 11"})
    void onlyBusinessHoursCountToTheResponse(int hour, ComplaintCategory category, int deadline) {
        Finding late = breach(NO_RESPONSE, found(made(MIDNIGHT + hours(hour), category)));
        assertThat(late.raisedAt()).isEqualTo(MIDNIGHT + hours(deadline));
    }

    @ParameterizedTest
    @CsvSource({"COMPLAINT_RESPONDED", "COMPLAINT_RESOLVED", "COMPLAINT_WITHDRAWN"})
    void anAnswerAtTheDeadlineIsInTimeAndAMillisecondLaterItCures(EventType answer) {
        assertThat(breaches(NO_RESPONSE, found(MADE, act(answer, RESPOND_BY)))).isEmpty();
        assertThat(breaches(NO_RESPONSE, found(MADE, act(answer, NOON)))).isEmpty();
        Finding late = breach(NO_RESPONSE, found(MADE, act(answer, RESPOND_BY + 1)));
        assertThat(late.raisedAt()).isEqualTo(RESPOND_BY);
        assertThat(late.status()).isEqualTo(Status.CURED);
        assertThat(late.curedAt()).isEqualTo(RESPOND_BY + 1);
    }

    @Test
    void anAnswerBeforeTheComplaintIsNone() {
        List<Finding> found = found(act(COMPLAINT_RESOLVED, NOON - 1), MADE);
        assertThat(found).extracting(Finding::status).containsExactly(Status.OPEN, Status.OPEN);
    }

    @Test
    void aReopeningIsToBeAnsweredWithinTwoHoursAndEndsNoEarlierCycle() {
        Event reopened = act(COMPLAINT_REOPENED, NOON + HOUR);
        assertThat(found(MADE, reopened))
                .extracting(Finding::alertId, Finding::level, Finding::raisedAt)
                .containsExactlyInAnyOrder(
                        tuple(NO_RESPONSE + id(MADE), 1, RESPOND_BY),
                        tuple(NO_RESPONSE + id(reopened), 1, NOON + hours(3)),
                        tuple(UNRESOLVED, 2, RESOLVE_BY));
        assertThat(breaches(NO_RESPONSE, found(MADE, reopened, act(COMPLAINT_RESPONDED, NOON + hours(3)))))
                .isEmpty();
        Event late = act(COMPLAINT_RESPONDED, NOON + hours(3) + 1);
        assertThat(breach(NO_RESPONSE, found(MADE, reopened, late)).curedAt()).isEqualTo(late.eventTime());
    }

    @Test
    void anAnswerBeforeTheReopeningDoesNotAnswerIt() {
        Event reopened = act(COMPLAINT_REOPENED, NOON + HOUR);
        Event before = act(COMPLAINT_RESOLVED, NOON + HOUR - 1);
        assertThat(breach(NO_RESPONSE, found(MADE, before, reopened)).alertId()).isEqualTo(NO_RESPONSE + id(reopened));
        Event atOnce = act(COMPLAINT_RESOLVED, NOON + HOUR);
        assertThat(found(MADE, atOnce, reopened)).isEmpty();
    }

    @Test
    void aReopeningBeforeTheComplaintBeginsNothing() {
        assertThat(breaches(NO_RESPONSE, found(act(COMPLAINT_REOPENED, NOON - 1), MADE)))
                .hasSize(1);
        EventBuilder atTheSameInstant = builder(COMPLAINT_REOPENED, NOON);
        Event firstById = atTheSameInstant.eventId("A").build();
        assertThat(breaches(NO_RESPONSE, found(firstById, MADE))).hasSize(1);
        Event secondById = atTheSameInstant.eventId("Z").build();
        assertThat(breaches(NO_RESPONSE, found(secondById, MADE))).hasSize(2);
    }

    @Test
    void resolvedAfterTwoDaysIsInTimeAndAMillisecondLaterIsNot() {
        Event answered = act(COMPLAINT_RESPONDED, NOON);
        assertThat(found(MADE, answered, act(COMPLAINT_RESOLVED, RESOLVE_BY))).isEmpty();
        assertThat(found(MADE, answered, act(COMPLAINT_WITHDRAWN, RESOLVE_BY))).isEmpty();
        Finding late = only(found(MADE, answered, act(COMPLAINT_WITHDRAWN, RESOLVE_BY + 1)));
        assertThat(late.alertId()).isEqualTo(UNRESOLVED);
        assertThat(late.curedAt()).isEqualTo(RESOLVE_BY + 1);
        assertThat(only(found(MADE, answered)).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void aReopeningUnresolvesNothing() {
        Event resolved = act(COMPLAINT_RESOLVED, NOON + 1);
        Event reopened = act(COMPLAINT_REOPENED, NOON + 2);
        assertThat(found(MADE, resolved, reopened, act(COMPLAINT_RESPONDED, NOON + 3)))
                .isEmpty();
    }

    @Test
    void whoIsLiableCompensatesWithinThreeDays() {
        Event closed = act(COMPLAINT_RESOLVED, NOON);
        Event liable = judged(NOON, true);
        Finding owed = only(found(MADE, closed, liable));
        assertThat(owed.alertId()).isEqualTo(COMPENSATION);
        assertThat(owed.level()).isEqualTo(3);
        assertThat(owed.isLast()).isTrue();
        assertThat(owed.raisedAt()).isEqualTo(COMPENSATE_BY);
        assertThat(found(MADE, closed, liable, act(COMPLAINT_COMPENSATED, COMPENSATE_BY)))
                .isEmpty();
        assertThat(found(MADE, closed, liable, act(COMPLAINT_COMPENSATED, NOON)))
                .isEmpty();
        Finding late = only(found(MADE, closed, liable, act(COMPLAINT_COMPENSATED, COMPENSATE_BY + 1)));
        assertThat(late.status()).isEqualTo(Status.CURED);
        assertThat(late.curedAt()).isEqualTo(COMPENSATE_BY + 1);
        Event early = act(COMPLAINT_COMPENSATED, NOON - 1);
        assertThat(only(found(MADE, closed, early, liable)).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void onlyTheFirstJudgementThatFindsLiableAsksForCompensation() {
        Event closed = act(COMPLAINT_RESOLVED, NOON);
        assertThat(found(MADE, closed, judged(NOON, false))).isEmpty();
        assertThat(only(found(MADE, closed, judged(NOON, false), judged(NOON + 1, true), judged(NOON + 2, true)))
                        .raisedAt())
                .isEqualTo(COMPENSATE_BY + 1);
    }

    @Test
    void theFirstCreationCountsAndNoneIsNoVerdict() {
        Event again = made(NOON + 1, ComplaintCategory.REFUND_OPERATION);
        assertThat(breach(NO_RESPONSE, found(again, MADE)).raisedAt()).isEqualTo(RESPOND_BY);
        assertThat(found(judged(NOON, true), act(COMPLAINT_REOPENED, NOON))).isEmpty();
    }

    @Test
    void theSubjectIsWhoIsComplainedOf() {
        Event ofAProvider = builder(COMPLAINT_CREATED, NOON)
                .subjectType(SubjectType.PROVIDER)
                .subjectId("P")
                .category(ComplaintCategory.OTHER)
                .build();
        assertThat(found(ofAProvider)).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.subjectType()).isEqualTo(SubjectType.PROVIDER);
            assertThat(finding.subjectId()).isEqualTo("P");
            assertThat(finding.keys()).isEqualTo(Map.of("complaintId", "C"));
            assertThat(finding.window()).isNull();
        });
    }

    @Test
    void aBreachIsSeenAtItsDeadlineAndItsCureWhenItComes() {
        Event answer = act(COMPLAINT_RESOLVED, RESPOND_BY + HOUR);
        Verdict before = judge(RESPOND_BY - 1, Books.BUILT_IN, MADE, answer);
        assertThat(before.findings()).isEmpty();
        assertThat(before.nextLook()).isEqualTo(RESPOND_BY);
        Verdict at = judge(RESPOND_BY, Books.BUILT_IN, MADE, answer);
        assertThat(only(at.findings()).status()).isEqualTo(Status.OPEN);
        assertThat(only(at.findings()).evidence()).extracting("eventId").containsExactly(id(MADE));
        assertThat(at.nextLook()).isEqualTo(RESPOND_BY + HOUR);
        Verdict then = judge(RESPOND_BY + HOUR, Books.BUILT_IN, MADE, answer);
        assertThat(only(then.findings()).status()).isEqualTo(Status.CURED);
        assertThat(only(then.findings()).evidence()).extracting("eventId").containsExactly(id(MADE), id(answer));
        assertThat(then.nextLook()).isEqualTo(Instants.NEVER);
    }

    @Test
    void aComplaintStaysWhileItIsOwedSomethingAndHalfAYearMore() {
        assertThat(judge(NOON, Books.BUILT_IN, MADE).settledAt()).isEqualTo(Instants.NEVER);
        Event answered = act(COMPLAINT_RESPONDED, NOON);
        assertThat(judge(NOON, Books.BUILT_IN, MADE, answered).settledAt()).isEqualTo(Instants.NEVER);
        Event resolved = act(COMPLAINT_RESOLVED, NOON + HOUR);
        assertThat(judge(NOON, Books.BUILT_IN, MADE, resolved).settledAt()).isEqualTo(NOON + HOUR + days(180));
        assertThat(judge(NOON, Books.BUILT_IN, MADE, resolved, judged(NOON + DAY, true))
                        .settledAt())
                .isEqualTo(Instants.NEVER);
        assertThat(judge(NOON, Books.BUILT_IN, resolved).settledAt()).isEqualTo(NOON + HOUR + days(180));
    }

    @Test
    void eachClockGoesByTheVersionInForceWhenItStarts() {
        RuleBook book = Books.of(Books.file(
                ComplaintOverdue.CODE,
                Books.version(1, "active", "2000-01-01T00:00:00+08:00", ""),
                Books.version(
                        2,
                        "active",
                        "2022-08-01T12:00:00+08:00",
                        "reopenedWithinHours: 1, clock: 00:00-24:00, respondWithinHours: {COURIER: 1},"
                                + " resolveWithin: PT3H, compensateWithin: PT4H")));
        Event before = made(NOON - 1, ComplaintCategory.COURIER);
        Event reopened = act(COMPLAINT_REOPENED, NOON);
        assertThat(judge(Times.A_YEAR_LATER, book, before, reopened, judged(NOON, true))
                        .findings())
                .extracting(Finding::ruleVersion, Finding::level, Finding::raisedAt)
                .containsExactlyInAnyOrder(
                        tuple(1, 1, RESPOND_BY - 1),
                        tuple(2, 1, NOON + HOUR),
                        tuple(1, 2, RESOLVE_BY - 1),
                        tuple(2, 3, NOON + hours(4)));
        assertThat(judge(Times.A_YEAR_LATER, book, MADE).findings())
                .extracting(Finding::ruleVersion, Finding::raisedAt)
                .containsExactly(tuple(2, NOON + HOUR), tuple(2, NOON + hours(3)));
    }

    @Test
    void whereNoVersionIsInForceNothingIsOwed() {
        RuleBook book = Books.of(
                Books.file(ComplaintOverdue.CODE, Books.version(1, "active", "2022-08-01T12:00:00+08:00", "")));
        Event before = made(NOON - 1, ComplaintCategory.COURIER);
        assertThat(judge(Times.A_YEAR_LATER, book, before).findings()).isEmpty();
        Event reopened = act(COMPLAINT_REOPENED, NOON);
        assertThat(judge(Times.A_YEAR_LATER, book, before, reopened).findings()).hasSize(1);
    }

    @Test
    void theSentenceSaysWhatWasOwedSinceWhenAndWhatBecameOfIt() {
        assertReason(
                breach(NO_RESPONSE, found(MADE)),
                "Complaint C (made 2022-08-01 12:00:00) was to be answered by 2022-08-02 12:00:00 and was not.",
                "投诉 C 于 2022-08-01 12:00:00 提交，应于 2022-08-02 12:00:00 前响应，逾期未响应。");
        assertReason(
                breach(UNRESOLVED, found(MADE, act(COMPLAINT_WITHDRAWN, RESOLVE_BY + HOUR))),
                "Complaint C (made 2022-08-01 12:00:00) was to be resolved by 2022-08-03 12:00:00 and was not;"
                        + " it was withdrawn at 2022-08-03 13:00:00, 1 h late.",
                "投诉 C 于 2022-08-01 12:00:00 提交，应于 2022-08-03 12:00:00 前解决，逾期未解决；"
                        + "已于 2022-08-03 13:00:00 撤诉，超时 1 小时。");
        Event resolved = act(COMPLAINT_RESOLVED, NOON);
        Event reopened = act(COMPLAINT_REOPENED, NOON + HOUR);
        assertReason(
                only(found(MADE, resolved, reopened, act(COMPLAINT_RESPONDED, NOON + hours(4)))),
                "Complaint C (reopened 2022-08-01 13:00:00) was to be answered by 2022-08-01 15:00:00 and was not;"
                        + " it was answered at 2022-08-01 16:00:00, 1 h late.",
                "投诉 C 于 2022-08-01 13:00:00 重新打开，应于 2022-08-01 15:00:00 前响应，逾期未响应；"
                        + "已于 2022-08-01 16:00:00 响应，超时 1 小时。");
        assertReason(
                only(found(MADE, resolved, judged(NOON, true), act(COMPLAINT_COMPENSATED, COMPENSATE_BY + HOUR))),
                "Complaint C (found liable 2022-08-01 12:00:00) was to be compensated by 2022-08-04 12:00:00 and was"
                        + " not; it was compensated at 2022-08-04 13:00:00, 1 h late.",
                "投诉 C 于 2022-08-01 12:00:00 判定有责，应于 2022-08-04 12:00:00 前赔付，逾期未赔付；"
                        + "已于 2022-08-04 13:00:00 赔付，超时 1 小时。");
    }

    @Test
    void aWarningIsCarriedOutAndADeductionRecommended() {
        List<Finding> found = found(MADE, judged(NOON, true));
        assertThat(actions(found.get(0))).containsExactly(new Action(ActionType.WARNING, Mode.ENFORCE, 0, 0));
        Action deduction = new Action(ActionType.DEPOSIT_DEDUCTION, Mode.RECOMMEND, 0, 0);
        assertThat(actions(found.get(1))).containsExactly(deduction);
        assertThat(actions(found.get(2))).containsExactly(deduction);
    }

    private static List<Action> actions(Finding finding) {
        return Rules.alert(finding, Books.BUILT_IN).actions();
    }

    private static void assertReason(Finding finding, String en, String zh) {
        var reason = Rules.alert(finding, Books.BUILT_IN).reason();
        assertThat(reason.en()).isEqualTo(en);
        assertThat(reason.zh()).isEqualTo(zh);
    }

    private static Event made(long time, ComplaintCategory category) {
        return builder(COMPLAINT_CREATED, time)
                .subjectType(SubjectType.SHOP)
                .subjectId("shop")
                .category(category)
                .build();
    }

    private static Event judged(long time, boolean liable) {
        return builder(COMPLAINT_JUDGED, time).liable(liable).build();
    }

    private static Event act(EventType type, long time) {
        return builder(type, time).build();
    }

    private static EventBuilder builder(EventType type, long time) {
        return new EventBuilder()
                .type(type)
                .eventId(type + "@" + time)
                .eventTime(time)
                .complaintId("C");
    }

    private static String id(Event event) {
        return event.eventId();
    }

    private static List<Finding> found(Event... events) {
        return judge(Times.A_YEAR_LATER, Books.BUILT_IN, events).findings();
    }

    private static Verdict judge(long asOf, RuleBook book, Event... events) {
        List<Event> acts = List.of(events).stream()
                .filter(event -> "C".equals(Complaints.KIND.keyOf(event)))
                .toList();
        return RULE.judge("C", History.facts(Complaints.KIND, acts).get("C"), asOf, book);
    }

    private static List<Finding> breaches(String idStart, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.alertId().startsWith(idStart))
                .toList();
    }

    private static Finding breach(String idStart, List<Finding> findings) {
        return only(breaches(idStart, findings));
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
