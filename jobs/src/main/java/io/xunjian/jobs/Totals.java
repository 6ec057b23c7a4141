package io.xunjian.jobs;

import io.xunjian.rules.alert.Alert;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Counts the alerts of a bounded run, in accumulators named {@code alerts/RULE/level/STATUS}. */
final class Totals extends ProcessFunction<Alert, Alert> {

    static final String PREFIX = "alerts/";

    private transient Map<String, LongCounter> counters;

    @Override
    public void processElement(Alert alert, Context context, Collector<Alert> out) {
        if (counters == null) {
            counters = new HashMap<>();
        }
        var finding = alert.finding();
        String name = PREFIX + finding.ruleCode() + '/' + finding.level() + '/' + finding.status();
        counters.computeIfAbsent(name, this::accumulator).add(1);
        out.collect(alert);
    }

    private LongCounter accumulator(String name) {
        LongCounter counter = new LongCounter();
        getRuntimeContext().addAccumulator(name, counter);
        return counter;
    }
}
