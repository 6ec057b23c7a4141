package io.xunjian.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class UnwaitedTest {

    @Test
    void recordsPassAndTimeDoesNot() throws Exception {
        try (OneInputStreamOperatorTestHarness<String, String> harness =
                new OneInputStreamOperatorTestHarness<>(new Unwaited<>())) {
            harness.open();
            harness.processWatermarkStatus(WatermarkStatus.ACTIVE);
            harness.processElement("a", 1);
            harness.processWatermark(new Watermark(1));
            assertThat(harness.getOutput()).containsExactly(WatermarkStatus.IDLE, new StreamRecord<>("a", 1));
        }
    }

    @Test
    void theEndPasses() throws Exception {
        try (OneInputStreamOperatorTestHarness<String, String> harness =
                new OneInputStreamOperatorTestHarness<>(new Unwaited<>())) {
            harness.open();
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.getOutput()).containsExactly(WatermarkStatus.IDLE, Watermark.MAX_WATERMARK);
        }
    }
}
