package io.xunjian.jobs;

import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.json.AlertRecord;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Writes alerts as they go out, and counts them in accumulators named {@code alerts/RULE/level/STATUS}. */
final class Recording extends RichMapFunction<Alert, AlertRecord> {

    static final String PREFIX = "alerts/";

    private transient Map<String, LongCounter> counters;

    @Override
    public AlertRecord map(Alert alert) {
        if (counters == null) {
            counters = new HashMap<>();
        }
        AlertRecord record = AlertRecord.of(alert);
        String name = PREFIX + record.ruleCode() + '/' + record.level() + '/' + record.status();
        counters.computeIfAbsent(name, this::accumulator).add(1);
        return record;
    }

    private LongCounter accumulator(String name) {
        LongCounter counter = new LongCounter();
        getRuntimeContext().addAccumulator(name, counter);
        return counter;
    }
}
