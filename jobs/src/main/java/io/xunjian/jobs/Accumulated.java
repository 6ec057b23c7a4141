package io.xunjian.jobs;

import io.xunjian.functions.AlertTallies;
import io.xunjian.functions.Judge;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Status;
import io.xunjian.rules.alert.AlertTotals;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.files.Tally;
import io.xunjian.rules.json.Reason;
import io.xunjian.rules.trial.Trial;
import io.xunjian.rules.trial.TrialTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the summary of a run from what its operators counted. */
final class Accumulated {

    private Accumulated() {}

    static Summary summary(Trial trial, Map<String, ?> counts) {
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
        return new Summary(horizon, trial, totals(trial, counts), tally);
    }

    /** How many records were read, of whichever stream. */
    static long records(Map<String, ?> counts) {
        long records = 0;
        for (Stream stream : Stream.values()) {
            records += number(counts, stream.topic() + '.' + Count.READ.jsonName());
        }
        return records;
    }

    private static TrialTotals totals(Trial trial, Map<String, ?> counts) {
        List<AlertTotals> alerts = new ArrayList<>();
        List<Map<String, Long>> shops = new ArrayList<>();
        for (int book = 0; book < trial.size(); book++) {
            alerts.add(new AlertTotals());
            shops.add(new TreeMap<>());
        }
        counts.forEach((name, number) -> {
            String[] parts = name.split("/", -1);
            if (name.startsWith(AlertTallies.PREFIX)) {
                alerts.get(Integer.parseInt(parts[1]))
                        .add(parts[2], Integer.parseInt(parts[3]), Status.valueOf(parts[4]), (Long) number);
            } else if (name.startsWith(ShopTallies.PREFIX)) {
                shops.get(Integer.parseInt(parts[1])).put(parts[2], (Long) number);
            }
        });
        return new TrialTotals(alerts, shops);
    }

    private static long number(Map<String, ?> counts, String name) {
        return counts.get(name) instanceof Long number ? number : 0;
    }
}
