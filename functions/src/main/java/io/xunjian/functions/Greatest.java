package io.xunjian.functions;

import io.xunjian.rules.Instants;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Finds the greatest instant of a bounded stream and emits it when the stream ends: the horizon of a run that was given
 * none. Keeps no state: a bounded run that fails starts again.
 */
public final class Greatest<T> extends AbstractStreamOperator<Long>
        implements OneInputStreamOperator<T, Long>, BoundedOneInput {

    private final SerializableFunction<T, Long> instant;
    private transient long greatest;
    private transient boolean isTimeOver;

    public Greatest(SerializableFunction<T, Long> instant) {
        this.instant = instant;
    }

    @Override
    public void open() throws Exception {
        super.open();
        greatest = Instants.BEFORE_ALL;
    }

    @Override
    public void processElement(StreamRecord<T> element) {
        greatest = Math.max(greatest, instant.apply(element.getValue()));
    }

    /** The end of time waits until the greatest is out: nothing may be taken for ended before the horizon is known. */
    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        if (watermark.equals(Watermark.MAX_WATERMARK)) {
            isTimeOver = true;
        } else {
            super.processWatermark(watermark);
        }
    }

    @Override
    public void endInput() throws Exception {
        output.collect(new StreamRecord<>(greatest));
        if (isTimeOver) {
            super.processWatermark(Watermark.MAX_WATERMARK);
        }
    }
}
