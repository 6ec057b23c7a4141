package io.xunjian.functions;

import static io.xunjian.rules.testing.Histories.paid;
import static io.xunjian.rules.testing.Histories.shipped;
import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.NEXT_NOON;
import static io.xunjian.rules.testing.Times.NOON;
import static io.xunjian.rules.testing.Times.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.xunjian.functions.JudgeHarness.Backend;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Status;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.NetAlert;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The end of the input is no passage of time: it leaves nothing behind and says only what is due by the horizon. */
class JudgeEndTest {

    private static final Event PAID = paid("A").promising(NEXT_NOON).at(NOON);

    @ParameterizedTest
    @EnumSource
    void withoutAHorizonTheEndSaysNothingAndLeavesNothing(Backend backend) throws Exception {
        try (JudgeHarness judge = orders(backend)) {
            judge.arrive(PAID, paid("B").at(NOON))
                    .watermark(NEXT_NOON)
                    .arrive(paid("C").at(NEXT_NOON + HOUR));
            assertThat(judge.said()).hasSize(1);
            judge.end();
            assertThat(judge.said()).hasSize(1);
            assertNothingLeft(judge);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHorizonThatNeverComesIsNone(Backend backend) throws Exception {
        try (JudgeHarness judge = orders(backend).horizon(Instants.NEVER)) {
            judge.arrive(PAID).watermark(NEXT_NOON - 1).end();
            assertThat(judge.said()).isEmpty();
            assertNothingLeft(judge);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withAHorizonTheEndSaysWhatIsDueByIt(Backend backend) throws Exception {
        try (JudgeHarness judge = orders(backend)) {
            judge.arrive(shipped("A").at(NEXT_NOON + DAY + 1), PAID, paid("B").at(NOON));
            judge.horizon(NEXT_NOON + DAY).end();
            assertThat(judge.said())
                    .extracting(NetAlert::alertId, NetAlert::status)
                    .containsExactlyInAnyOrder(
                            tuple("LATE_SHIPMENT:A:1", Status.OPEN),
                            tuple("LATE_SHIPMENT:A:2", Status.OPEN),
                            tuple("LATE_SHIPMENT:B:1", Status.OPEN));
            assertNothingLeft(judge);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDueOneMillisecondAfterTheHorizonIsNotSaid(Backend backend) throws Exception {
        try (JudgeHarness judge = orders(backend)) {
            judge.arrive(PAID).horizon(NEXT_NOON - 1).end();
            assertThat(judge.said()).isEmpty();
            assertNothingLeft(judge);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHorizonThatComesAfterTheEventsIsTheSame(Backend backend) throws Exception {
        try (JudgeHarness early = orders(backend);
                JudgeHarness late = orders(backend)) {
            early.horizon(NEXT_NOON + HOUR).arrive(PAID).end();
            late.arrive(PAID).horizon(NEXT_NOON + HOUR).end();
            assertThat(early.said()).hasSize(1).isEqualTo(late.said());
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachAlertOfABoundedRunIsSaidOnce(Backend backend) throws Exception {
        try (JudgeHarness judge = orders(backend)) {
            judge.arrive(PAID, shipped("A").at(NEXT_NOON + days(5)))
                    .horizon(NEXT_NOON + days(5))
                    .end();
            assertThat(judge.said())
                    .extracting(NetAlert::status)
                    .containsExactly(Status.CURED, Status.CURED, Status.CURED);
        }
    }

    private static JudgeHarness orders(Backend backend) throws Exception {
        return new JudgeHarness.Setup(JudgeHarness.rulesOver("orders"), Books.BUILT_IN, days(1), backend).start();
    }

    private static void assertNothingLeft(JudgeHarness judge) throws Exception {
        assertThat(judge.keys()).isZero();
        assertThat(judge.timers()).isZero();
        assertThat(judge.entries()).isZero();
    }
}
