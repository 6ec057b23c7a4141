package io.xunjian.functions;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** How long after it was due, by the watermark, a key is looked at. */
final class LookDelay {

    /** The greatest delay is that of this minute of the watermark, or of the one before. */
    private static final long MINUTE = 60_000;

    private final Counter looks;
    private final Counter sum;

    private long minute = Long.MIN_VALUE;
    private long greatest;
    private long greatestBefore;

    LookDelay(MetricGroup kind) {
        looks = kind.counter("looks");
        sum = kind.counter("look_delay_ms");
        kind.gauge("look_delay_max_ms", (Gauge<Long>) () -> Math.max(greatest, greatestBefore));
    }

    /** Time goes on to there. */
    void reached(long watermark) {
        long now = Math.floorDiv(watermark, MINUTE);
        if (now != minute) {
            greatestBefore = now == minute + 1 ? greatest : 0;
            greatest = 0;
            minute = now;
        }
    }

    void looked(long delay) {
        looks.inc();
        sum.inc(delay);
        greatest = Math.max(greatest, delay);
    }
}
