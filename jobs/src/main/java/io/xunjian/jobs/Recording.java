package io.xunjian.jobs;

import io.xunjian.functions.AlertTallies;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.json.AlertRecord;
import io.xunjian.rules.trial.Trial;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Writes alerts as they go out, and counts them. */
final class Recording extends RichMapFunction<Alert, AlertRecord> {

    private transient AlertTallies tallies;

    @Override
    public AlertRecord map(Alert alert) {
        if (tallies == null) {
            tallies = new AlertTallies(getRuntimeContext());
        }
        tallies.count(alert.finding(), 1L << Trial.BASELINE);
        return AlertRecord.of(alert);
    }
}
