package io.xunjian.connectors;

import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches whether a stream moves on, by the wall clock: verdicts wait for one that stands still, and somebody should know.
 * Says so in one log line when it stands still, in another when it moves again, and by the metrics {@code stands_still} (1 or
 * 0) and {@code watermark} (epoch ms; not a number before the first) in the group {@code stream}. Changes nothing; stateless.
 */
public final class Pace<T> extends AbstractStreamOperator<T> implements OneInputStreamOperator<T, T> {

    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);

    private final String stream;
    private final String waiting;
    private final Duration patience;

    private transient long movedAt;
    private transient double watermark;
    private transient boolean isStill;
    private transient Future<?> checks;

    /**
     * Makes a watch over one stream.
     *
     * @param waiting who waits for it, for people
     * @param patience after which a stream without a new watermark stands still
     */
    public Pace(String stream, String waiting, Duration patience) {
        this.stream = stream;
        this.waiting = waiting;
        this.patience = patience;
    }

    @Override
    public void open() throws Exception {
        super.open();
        movedAt = now();
        watermark = Double.NaN;
        MetricGroup metrics = getMetricGroup().addGroup("stream", stream);
        metrics.gauge("stands_still", this::standsStill);
        metrics.gauge("watermark", (Gauge<Double>) () -> watermark);
        long often = Math.max(1, patience.toMillis() / 4);
        checks = getProcessingTimeService().scheduleWithFixedDelay(now -> check(), often, often);
    }

    @Override
    public void close() throws Exception {
        if (checks != null) {
            checks.cancel(false);
        }
        super.close();
    }

    private long now() {
        return getProcessingTimeService().getCurrentProcessingTime();
    }

    int standsStill() {
        return isStill ? 1 : 0;
    }

    private void check() {
        if (!isStill && now() - movedAt >= patience.toMillis()) {
            isStill = true;
            LOG.warn(
                    "The stream {} stands still: for {} s there was a partition of it without an event or a heartbeat."
                            + " Waiting for it: {}. Send heartbeats, or leave it out of --expect-streams.",
                    stream,
                    patience.toSeconds(),
                    waiting);
        }
    }

    @Override
    public void processElement(StreamRecord<T> element) {
        output.collect(element);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        movedAt = now();
        if (!mark.equals(Watermark.MAX_WATERMARK)) {
            watermark = mark.getTimestamp();
        }
        if (isStill) {
            isStill = false;
            LOG.info("The stream {} moves on.", stream);
        }
        super.processWatermark(mark);
    }
}
