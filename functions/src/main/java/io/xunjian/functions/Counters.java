package io.xunjian.functions;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;

/** Flink's accumulators that count, each there from the first time that something is counted in it. */
public final class Counters {

    private final RuntimeContext context;
    private final Map<String, LongCounter> counters = new HashMap<>();

    public Counters(RuntimeContext context) {
        this.context = context;
    }

    /** Counts one more. */
    public void count(String name) {
        counters.computeIfAbsent(name, this::counter).add(1);
    }

    private LongCounter counter(String name) {
        LongCounter counter = new LongCounter();
        context.addAccumulator(name, counter);
        return counter;
    }
}
