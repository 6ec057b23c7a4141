package io.xunjian.connectors;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The watermark of one partition: the latest event less the bound on disorder. Dead letters do not move it. A partition
 * that stands still holds the watermark of all: heartbeats move it on.
 */
public final class BoundedDisorder implements WatermarkGenerator<Received> {

    private final long bound;
    private long latest = Long.MIN_VALUE;

    private BoundedDisorder(long bound) {
        this.bound = bound;
    }

    /**
     * Watermarks that trail the events.
     *
     * @param bound ms by which an event may come after a later one
     */
    public static WatermarkStrategy<Received> of(long bound) {
        return WatermarkStrategy.<Received>forGenerator(context -> new BoundedDisorder(bound))
                .withTimestampAssigner((received, recordTimestamp) -> received.instant());
    }

    /** No watermark before the end: a bounded input may come in any order at all. */
    public static WatermarkStrategy<Received> unbounded() {
        return WatermarkStrategy.<Received>noWatermarks()
                .withTimestampAssigner((received, recordTimestamp) -> received.instant());
    }

    @Override
    public void onEvent(Received received, long timestamp, WatermarkOutput output) {
        if (received.event() != null) {
            latest = Math.max(latest, received.instant());
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (latest != Long.MIN_VALUE) {
            output.emitWatermark(new Watermark(latest - bound - 1));
        }
    }
}
