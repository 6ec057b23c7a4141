package io.xunjian.functions;

import io.xunjian.rules.Instants;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
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

    @Override
    public void endInput() {
        output.collect(new StreamRecord<>(greatest));
    }
}
