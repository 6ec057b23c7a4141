package io.xunjian.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Instants;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class GreatestTest {

    @Test
    void theGreatestComesOutAtTheEnd() throws Exception {
        assertThat(outOf(3, 9, 5)).contains(new StreamRecord<>(9L));
    }

    @Test
    void nothingIsBeforeAll() throws Exception {
        assertThat(outOf()).contains(new StreamRecord<>(Instants.BEFORE_ALL));
    }

    /** Otherwise keys would be forgotten before their horizon is known. */
    @Test
    void theEndOfTimeDoesNotOvertakeTheGreatest() throws Exception {
        assertThat(outOf(3)).containsExactly(new StreamRecord<>(3L), Watermark.MAX_WATERMARK);
    }

    /** What comes out of a bounded input of these: the watermark that ends it comes before its end. */
    private static List<Object> outOf(long... instants) throws Exception {
        Greatest<Long> greatest = new Greatest<>(instant -> instant);
        try (OneInputStreamOperatorTestHarness<Long, Long> harness =
                new OneInputStreamOperatorTestHarness<>(greatest)) {
            harness.open();
            for (long instant : instants) {
                harness.processElement(instant, instant);
            }
            assertThat(harness.getOutput()).isEmpty();
            harness.processWatermark(Watermark.MAX_WATERMARK);
            harness.endInput();
            return List.copyOf(harness.getOutput());
        }
    }
}
