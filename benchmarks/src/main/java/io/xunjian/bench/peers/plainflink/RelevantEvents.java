package io.xunjian.bench.peers.plainflink;

import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;

/** Lets through what the rule knows of; finds the greatest time of all events, in the accumulator {@link #HORIZON}. */
final class RelevantEvents extends RichFilterFunction<Event> {

    static final String HORIZON = "horizon";

    private final LongMaximum horizon = new LongMaximum();

    @Override
    public void open(OpenContext context) {
        getRuntimeContext().addAccumulator(HORIZON, horizon);
    }

    @Override
    public boolean filter(Event event) {
        horizon.add(event.eventTime);
        return event.type != EventType.OTHER;
    }
}
