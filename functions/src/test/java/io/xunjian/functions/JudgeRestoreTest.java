package io.xunjian.functions;

import static io.xunjian.rules.testing.Histories.paid;
import static io.xunjian.rules.testing.Histories.promiseChanged;
import static io.xunjian.rules.testing.Histories.shipped;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.NEXT_NOON;
import static io.xunjian.rules.testing.Times.NOON;
import static io.xunjian.rules.testing.Times.days;
import static io.xunjian.rules.testing.Times.hours;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.functions.JudgeHarness.Backend;
import io.xunjian.functions.JudgeHarness.Setup;
import io.xunjian.functions.Judges.Step;
import io.xunjian.rules.Status;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.NetAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A judge that ends anywhere and starts again from its snapshot goes on as if nothing had been. */
class JudgeRestoreTest {

    private static final int NEW_PARALLELISM = 3;

    @ParameterizedTest
    @EnumSource
    void aRestoreAnywhereChangesNothingThatIsSaid(Backend backend) throws Exception {
        List<Step> steps = steps();
        List<NetAlert> expected;
        try (JudgeHarness judge = orders(backend).start()) {
            expected = take(judge, steps).said();
        }
        assertThat(expected).extracting(NetAlert::status).contains(Status.OPEN, Status.CURED, Status.REVOKED);
        for (int k = 0; k <= steps.size(); k++) {
            List<NetAlert> said;
            OperatorSubtaskState snapshot;
            long watermark;
            try (JudgeHarness before = orders(backend).start()) {
                said = new ArrayList<>(take(before, steps.subList(0, k)).said());
                snapshot = before.snapshot();
                watermark = before.watermark();
            }
            try (JudgeHarness after = orders(backend).restored(snapshot, 1, 0).watermark(watermark)) {
                said.addAll(take(after, steps.subList(k, steps.size())).said());
                assertThat(byAlert(said)).as("restored after %d steps", k).isEqualTo(byAlert(expected));
                assertThat(after.timers()).isEqualTo((int) after.keys());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRestoreAtAnotherParallelismLosesNothing(Backend backend) throws Exception {
        List<Step> steps = steps();
        List<NetAlert> expected;
        try (JudgeHarness judge = orders(backend).start()) {
            expected = take(judge, steps).net();
        }
        for (int k = 0; k <= steps.size(); k += 3) {
            List<NetAlert> said;
            OperatorSubtaskState snapshot;
            long keys;
            long watermark;
            try (JudgeHarness before = orders(backend).start()) {
                said = new ArrayList<>(take(before, steps.subList(0, k)).said());
                snapshot = before.snapshot();
                keys = before.keys();
                watermark = before.watermark();
            }
            long keysAfter = 0;
            for (int subtask = 0; subtask < NEW_PARALLELISM; subtask++) {
                try (JudgeHarness after = orders(backend).restored(snapshot, NEW_PARALLELISM, subtask)) {
                    keysAfter += after.keys();
                    after.watermark(watermark);
                    said.addAll(take(after, ofSubtask(subtask, steps.subList(k, steps.size())))
                            .said());
                }
            }
            assertThat(keysAfter).as("keys after %d steps", k).isEqualTo(keys);
            assertThat(NetAlert.net(said)).as("rescaled after %d steps", k).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWatermarkThatBeginsLowerAfterARestoreTakesNothingBack(Backend backend) throws Exception {
        OperatorSubtaskState snapshot;
        try (JudgeHarness before = orders(backend).start()) {
            before.arrive(paid("A").promising(NEXT_NOON).at(NOON)).watermark(NEXT_NOON + 1000);
            assertThat(before.said()).extracting(NetAlert::status).containsExactly(Status.OPEN);
            snapshot = before.snapshot();
        }
        try (JudgeHarness after = orders(backend).restored(snapshot, 1, 0)) {
            after.watermark(NEXT_NOON - 1000)
                    .arrive(promiseChanged("A").to(NOON).at(NEXT_NOON + 2000));
            assertThat(after.said()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLateFactIsLateAlsoBeforeTheFirstWatermarkAfterARestore(Backend backend) throws Exception {
        Event paid = paid("A").promising(NEXT_NOON).at(NOON);
        OperatorSubtaskState snapshot;
        try (JudgeHarness before = orders(backend).start()) {
            before.arrive(paid, shipped("A").at(NOON)).watermark(NOON + days(30));
            snapshot = before.snapshot();
        }
        try (JudgeHarness after = orders(backend).restored(snapshot, 1, 0)) {
            after.arrive(paid).watermark(NOON + days(31));
            assertThat(after.said()).isEmpty();
            assertThat(after.late()).hasSize(1);
        }
    }

    private static List<Step> steps() {
        return List.of(
                Step.of(paid("A").promising(NEXT_NOON).at(NOON)),
                Step.of(paid("B").promising(NEXT_NOON).at(NOON)),
                Step.of(paid("C").promising(NOON + HOUR).at(NOON)),
                Step.watermark(NOON),
                Step.of(shipped("C").at(NOON + HOUR)),
                Step.of(paid("D").at(NOON)),
                Step.watermark(NOON + HOUR),
                Step.of(paid("A").promising(NEXT_NOON).at(NOON)),
                Step.watermark(NEXT_NOON),
                Step.of(shipped("A").at(NEXT_NOON + HOUR)),
                Step.of(promiseChanged("B").to(NEXT_NOON + hours(3)).at(NOON + HOUR)),
                Step.watermark(NEXT_NOON + hours(2)),
                Step.of(shipped("B").at(NEXT_NOON + hours(4))),
                Step.of(paid("E").promising(NEXT_NOON).at(NOON)),
                Step.watermark(NOON + days(3)),
                Step.of(shipped("D").at(NOON + days(3))),
                Step.watermark(NOON + days(9)));
    }

    /** What was said of each alert, in order; alerts of one instant come in any. */
    private static Map<String, List<NetAlert>> byAlert(List<NetAlert> said) {
        return said.stream().collect(Collectors.groupingBy(NetAlert::alertId));
    }

    private static JudgeHarness take(JudgeHarness judge, List<Step> steps) throws Exception {
        for (Step step : steps) {
            if (step.isWatermark()) {
                judge.watermark(step.watermark());
            } else {
                judge.arrive(step.event());
            }
        }
        return judge;
    }

    private static List<Step> ofSubtask(int subtask, List<Step> steps) {
        return steps.stream()
                .filter(step ->
                        step.isWatermark() || subtask == subtaskOf(step.event().orderId()))
                .toList();
    }

    private static int subtaskOf(String key) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(key, JudgeHarness.MAX_PARALLELISM, NEW_PARALLELISM);
    }

    private static Setup orders(Backend backend) {
        return new Setup(JudgeHarness.rulesOver("orders"), Books.BUILT_IN, days(1), backend);
    }
}
