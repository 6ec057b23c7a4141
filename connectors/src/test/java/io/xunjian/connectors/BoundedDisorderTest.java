package io.xunjian.connectors;

import static io.xunjian.rules.testing.Times.NOON;
import static io.xunjian.rules.testing.Times.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.json.Reason;
import io.xunjian.rules.testing.Histories;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.junit.jupiter.api.Test;

class BoundedDisorderTest {

    private static final long BOUND = 5 * SECOND;

    @Test
    void nothingIsSaidBeforeTheFirstEvent() {
        assertThat(watermarks(BoundedDisorder.of(BOUND))).isEmpty();
        assertThat(watermarks(BoundedDisorder.of(BOUND), letter())).isEmpty();
    }

    @Test
    void anEventThatComesByTheBoundLaterIsStillAhead() {
        long watermark = watermarks(BoundedDisorder.of(BOUND), event(NOON)).get(0);
        assertThat(NOON - BOUND).isGreaterThan(watermark);
        assertThat(NOON - BOUND - 1).isEqualTo(watermark);
    }

    @Test
    void anEarlierEventDoesNotTakeItBack() {
        assertThat(watermarks(BoundedDisorder.of(BOUND), event(NOON), event(NOON - SECOND), event(NOON + 1)))
                .containsExactly(NOON - BOUND - 1, NOON - BOUND - 1, NOON - BOUND);
    }

    @Test
    void aHeartbeatMovesItAndADeadLetterDoesNot() {
        assertThat(watermarks(BoundedDisorder.of(0), event(NOON), letter(), event(NOON + SECOND)))
                .containsExactly(NOON - 1, NOON - 1, NOON + SECOND - 1);
    }

    @Test
    void aBoundedInputHasNoWatermarkBeforeItsEnd() {
        assertThat(watermarks(BoundedDisorder.unbounded(), event(NOON), event(NOON + SECOND)))
                .isEmpty();
    }

    @Test
    void eachRecordHasItsEventsTime() {
        for (WatermarkStrategy<Received> strategy : List.of(BoundedDisorder.of(BOUND), BoundedDisorder.unbounded())) {
            TimestampAssigner<Received> assigner = strategy.createTimestampAssigner(null);
            assertThat(assigner.extractTimestamp(event(NOON), 7)).isEqualTo(NOON);
            assertThat(assigner.extractTimestamp(letter(), 7)).isEqualTo(Long.MIN_VALUE);
        }
    }

    /** What is told after each record. */
    private static List<Long> watermarks(WatermarkStrategy<Received> strategy, Received... records) {
        WatermarkGenerator<Received> generator = strategy.createWatermarkGenerator(null);
        Told told = new Told();
        generator.onPeriodicEmit(told);
        for (Received received : records) {
            generator.onEvent(received, received.instant(), told);
            generator.onPeriodicEmit(told);
        }
        return told.watermarks;
    }

    private static Received event(long at) {
        return new Received(Stream.ORDERS, Histories.heartbeat(at), null, 0);
    }

    private static Received letter() {
        return new Received(
                Stream.ORDERS, null, new DeadLetter(Stream.ORDERS, null, 0, 0, Reason.EMPTY, null, null), 0);
    }

    private static final class Told implements WatermarkOutput {

        private final List<Long> watermarks = new ArrayList<>();

        @Override
        public void emitWatermark(Watermark watermark) {
            watermarks.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            throw new AssertionError("A partition that stands still must not be passed over");
        }

        @Override
        public void markActive() {}
    }
}
