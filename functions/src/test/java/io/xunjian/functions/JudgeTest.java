package io.xunjian.functions;

import static io.xunjian.rules.testing.Histories.cancelled;
import static io.xunjian.rules.testing.Histories.paid;
import static io.xunjian.rules.testing.Histories.promiseChanged;
import static io.xunjian.rules.testing.Histories.shipped;
import static io.xunjian.rules.testing.Times.A_YEAR_LATER;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.NEXT_NOON;
import static io.xunjian.rules.testing.Times.NOON;
import static io.xunjian.rules.testing.Times.ONE_HOUR_LATER;
import static io.xunjian.rules.testing.Times.days;
import static io.xunjian.rules.testing.Times.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.xunjian.functions.JudgeHarness.Backend;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Status;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.OrderType;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.json.LateEvent;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.NetAlert;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a judge speaks, corrects itself and forgets: one order, promised by {@link io.xunjian.rules.testing.Times#NEXT_NOON}. */
class JudgeTest {

    private static final long LATENESS = days(1);
    private static final Event PAID = paid("A").promising(NEXT_NOON).at(NOON);

    @ParameterizedTest
    @EnumSource
    void anAlertIsSaidWhenTheWatermarkReachesTheDeadlineAndNotBefore(Backend backend) throws Exception {
        try (JudgeHarness judge = orders(backend).watermark(NOON).arrive(PAID)) {
            judge.watermark(NEXT_NOON - 1);
            assertThat(judge.said()).isEmpty();
            judge.watermark(NEXT_NOON);
            assertThat(judge.said()).extracting(NetAlert::level).containsExactly(1);
            judge.watermark(NEXT_NOON + days(1) - 1);
            assertThat(judge.said()).hasSize(1);
            judge.watermark(NEXT_NOON + days(1));
            judge.watermark(NEXT_NOON + days(2));
            judge.watermark(NEXT_NOON + days(9));
            assertThat(judge.said()).extracting(NetAlert::level).containsExactly(1, 2, 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWatermarkThatLeapsFindsAllLevelsAtOnce(Backend backend) throws Exception {
        try (JudgeHarness judge = orders(backend).arrive(PAID).watermark(NEXT_NOON + days(9))) {
            assertThat(judge.said()).extracting(NetAlert::level).containsExactly(1, 2, 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFactAheadOfTheWatermarkIsKeptButNotUsed(Backend backend) throws Exception {
        try (JudgeHarness judge = orders(backend).watermark(NOON).arrive(PAID)) {
            judge.watermark(NEXT_NOON);
            judge.arrive(shipped("A").at(NEXT_NOON + 5));
            assertThat(judge.said()).extracting(NetAlert::status).containsExactly(Status.OPEN);
            judge.watermark(NEXT_NOON + 4);
            assertThat(judge.said()).hasSize(1);
            judge.watermark(NEXT_NOON + 5);
            assertThat(judge.said())
                    .extracting(NetAlert::status, NetAlert::curedAt)
                    .containsExactly(tuple(Status.OPEN, Instants.NEVER), tuple(Status.CURED, NEXT_NOON + 5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeadlineThatOnlyAFactAheadMakesIsNotUsedBeforeItsTime(Backend backend) throws Exception {
        try (JudgeHarness judge = orders(backend).watermark(NOON)) {
            judge.arrive(paid("A").promising(NOON - HOUR).at(NOON + 5));
            assertThat(judge.said()).isEmpty();
            judge.watermark(NOON + 4);
            assertThat(judge.said()).isEmpty();
            judge.watermark(NOON + 5);
            assertThat(judge.said()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLateActInTimeRevokes(Backend backend) throws Exception {
        try (JudgeHarness judge = orders(backend).arrive(PAID).watermark(NEXT_NOON + hours(30))) {
            judge.arrive(shipped("A").at(NEXT_NOON));
            assertThat(judge.said())
                    .extracting(NetAlert::level, NetAlert::status)
                    .containsExactly(
                            tuple(1, Status.OPEN),
                            tuple(2, Status.OPEN),
                            tuple(1, Status.REVOKED),
                            tuple(2, Status.REVOKED));
            assertThat(judge.net()).isEmpty();
            assertThat(judge.late()).isEmpty();
            assertForgotten(judge);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLatePromiseMovesWhatWasSaid(Backend backend) throws Exception {
        try (JudgeHarness judge = orders(backend).arrive(PAID).watermark(NEXT_NOON + HOUR)) {
            judge.arrive(promiseChanged("A").to(NEXT_NOON + hours(2)).at(ONE_HOUR_LATER));
            assertThat(judge.net()).isEmpty();
            judge.watermark(NEXT_NOON + hours(2));
            assertThat(judge.net())
                    .extracting(NetAlert::raisedAt, NetAlert::status)
                    .containsExactly(tuple(NEXT_NOON + hours(2), Status.OPEN));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRedeliveryChangesNothingAndIsCounted(Backend backend) throws Exception {
        Event shipped = shipped("A").at(NEXT_NOON + HOUR);
        try (JudgeHarness judge = orders(backend).arrive(PAID, PAID, shipped)) {
            judge.watermark(NEXT_NOON).arrive(PAID, shipped);
            judge.watermark(NEXT_NOON + hours(2)).arrive(shipped, PAID);
            assertThat(judge.said()).extracting(NetAlert::status).containsExactly(Status.OPEN, Status.CURED);
            assertThat(judge.counted("orders", Count.USED)).isOne();
            assertThat(judge.counted("orders", Count.DUPLICATES)).isEqualTo(3);
            assertThat(judge.counted("shipments", Count.USED)).isOne();
            assertThat(judge.counted("shipments", Count.DUPLICATES)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOrderIsForgottenWhenItIsSettledAndTheLatenessHasPassed(Backend backend) throws Exception {
        try (JudgeHarness judge = orders(backend).arrive(PAID, shipped("A").at(ONE_HOUR_LATER))) {
            judge.watermark(NEXT_NOON + LATENESS - 1);
            assertThat(judge.keys()).isOne();
            assertThat(judge.timers()).isOne();
            judge.watermark(NEXT_NOON + LATENESS);
            assertForgotten(judge);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCuredOrderIsForgottenALatenessAfterItsCure(Backend backend) throws Exception {
        try (JudgeHarness judge = orders(backend).arrive(PAID, shipped("A").at(NEXT_NOON + days(5)))) {
            judge.watermark(NEXT_NOON + days(5) + LATENESS - 1);
            assertThat(judge.keys()).isOne();
            judge.watermark(NEXT_NOON + days(5) + LATENESS);
            assertForgotten(judge);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftAYearLaterOfOrdersThatEnded(Backend backend) throws Exception {
        try (JudgeHarness judge = orders(backend).watermark(NOON)) {
            judge.arrive(PAID, cancelled("A").at(ONE_HOUR_LATER));
            judge.arrive(paid("B").ofType(OrderType.VIRTUAL).at(NOON));
            judge.arrive(shipped("C").at(NOON));
            judge.arrive(promiseChanged("D").to(NEXT_NOON).at(NOON));
            judge.arrive(paid("E").at(NOON), shipped("E").at(NEXT_NOON + days(9)));
            assertThat(judge.keys()).isEqualTo(5);
            judge.watermark(A_YEAR_LATER);
            assertForgotten(judge);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFactForAForgottenOrderIsToldAsLate(Backend backend) throws Exception {
        long watermark = NEXT_NOON + days(3);
        Event late = promiseChanged("A").to(NOON).at(ONE_HOUR_LATER);
        try (JudgeHarness judge = orders(backend).arrive(PAID, shipped("A").at(ONE_HOUR_LATER))) {
            judge.watermark(watermark).arrive(late, PAID);
            assertThat(judge.late())
                    .containsExactly(
                            new LateEvent(late, "orders", "A", watermark),
                            new LateEvent(PAID, "orders", "A", watermark));
            assertThat(judge.late().get(0).lateness()).isEqualTo(watermark - ONE_HOUR_LATER);
            assertThat(judge.counted("orders", Count.LATE)).isEqualTo(2);
            assertForgotten(judge);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFactThatIsLateByTheLatenessToTheMillisecondIsNotDroppedInSilence(Backend backend) throws Exception {
        Event late = promiseChanged("A").to(NOON).at(NEXT_NOON);
        try (JudgeHarness judge = orders(backend).arrive(PAID, shipped("A").at(ONE_HOUR_LATER))) {
            judge.watermark(NEXT_NOON + LATENESS).arrive(late);
            assertThat(judge.net().size() + judge.late().size()).isOne();
        }
    }

    private static JudgeHarness orders(Backend backend) throws Exception {
        return new JudgeHarness.Setup(JudgeHarness.rulesOver("orders"), Books.BUILT_IN, LATENESS, backend).start();
    }

    private static void assertForgotten(JudgeHarness judge) throws Exception {
        assertThat(judge.keys()).isZero();
        assertThat(judge.timers()).isZero();
        assertThat(judge.entries()).isZero();
    }
}
