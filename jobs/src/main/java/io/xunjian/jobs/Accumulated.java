package io.xunjian.jobs;

import io.xunjian.functions.Judge;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Status;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.AlertTotals;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.files.Tally;
import io.xunjian.rules.json.Reason;
import java.util.Map;
import org.apache.flink.api.common.JobExecutionResult;

/** Makes the summary of a run from what its operators counted. */
final class Accumulated {

    private Accumulated() {}

    static Summary summary(JobExecutionResult result) {
        Map<String, Object> counts = result.getAllAccumulatorResults();
        Tally tally = new Tally();
        for (Stream stream : Stream.values()) {
            for (Count count : Count.values()) {
                tally.count(stream, count, number(counts, stream.topic() + '.' + count.jsonName()));
            }
        }
        for (Reason reason : Reason.values()) {
            tally.reason(reason, number(counts, "reasons." + reason));
        }
        tally.ignoredFields(number(counts, "ignoredFields"));
        long horizon = counts.get(Judge.HORIZON_COUNTER) instanceof Long instant ? instant : Instants.BEFORE_ALL;
        return new Summary(horizon, alerts(counts), tally);
    }

    /** How many records were read, of whichever stream. */
    static long records(Map<String, Object> counts) {
        long records = 0;
        for (Stream stream : Stream.values()) {
            records += number(counts, stream.topic() + '.' + Count.READ.jsonName());
        }
        return records;
    }

    private static AlertTotals alerts(Map<String, Object> counts) {
        AlertTotals totals = new AlertTotals();
        counts.forEach((name, number) -> {
            if (name.startsWith(Recording.PREFIX)) {
                String[] parts = name.split("/", -1);
                totals.add(parts[1], Integer.parseInt(parts[2]), Status.valueOf(parts[3]), (Long) number);
            }
        });
        return totals;
    }

    private static long number(Map<String, Object> counts, String name) {
        return counts.get(name) instanceof Long number ? number : 0;
    }
}
