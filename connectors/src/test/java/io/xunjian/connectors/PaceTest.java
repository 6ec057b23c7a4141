package io.xunjian.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace<String> pace = new Pace<>("calls", "CS_UNREACHABLE", Duration.ofSeconds(60));
    private OneInputStreamOperatorTestHarness<String, String> harness;

    @BeforeEach
    void open() throws Exception {
        harness = new OneInputStreamOperatorTestHarness<>(pace);
        harness.setProcessingTime(1_000);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aStreamStandsStillAfterItsPatience() throws Exception {
        harness.setProcessingTime(60_999);
        assertThat(pace.standsStill()).isZero();
        harness.setProcessingTime(76_000);
        assertThat(pace.standsStill()).isOne();
    }

    @Test
    void aStreamThatMovesDoesNotStandStill() throws Exception {
        for (int second = 10; second < 200; second += 10) {
            harness.setProcessingTime(second * 1_000L);
            harness.processWatermark(new Watermark(second));
            assertThat(pace.standsStill()).isZero();
        }
    }

    @Test
    void aStreamMovesOnWithItsNextWatermark() throws Exception {
        harness.setProcessingTime(100_000);
        harness.processElement("an event moves nothing: another partition may stand still", 1);
        assertThat(pace.standsStill()).isOne();
        harness.processWatermark(new Watermark(1));
        assertThat(pace.standsStill()).isZero();
    }

    @Test
    void everythingPasses() throws Exception {
        harness.processElement("a", 1);
        harness.processWatermark(new Watermark(1));
        assertThat(harness.getOutput()).hasSize(2);
    }
}
