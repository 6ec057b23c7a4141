package io.xunjian.cli;

import io.xunjian.rules.Instants;
import io.xunjian.rules.alert.AlertTotals;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.files.Tally;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Says on a terminal what a backtest found. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void print(Summary summary, Path folder, double seconds) {
        Tally tally = summary.tally();
        out.printf(
                "%,d records in %.1f s; judged as of %s (Asia/Shanghai)%n%n",
                tally.of(Count.READ),
                seconds,
                summary.horizon() == Instants.BEFORE_ALL ? "nothing" : Instants.readable(summary.horizon()));
        alerts(summary.alerts());
        out.printf("%n%-12s", "stream");
        for (Count count : Count.values()) {
            out.printf("%13s", count.jsonName());
        }
        out.println();
        for (Stream stream : Stream.values()) {
            if (tally.of(stream, Count.READ) > 0) {
                out.printf("%-12s", stream.topic());
                for (Count count : Count.values()) {
                    out.printf("%,13d", tally.of(stream, count));
                }
                out.println();
            }
        }
        if (!tally.reasons().isEmpty()) {
            out.println("\ndead letters by reason: " + tally.reasons());
        }
        out.printf(
                "%nwrote %s, %s and %s%n", folder.resolve(OutFolder.ALERTS), OutFolder.DEAD_LETTERS, OutFolder.SUMMARY);
        Path report = folder.resolve(OutFolder.REPORT);
        if (Files.exists(report)) {
            out.println("for people: " + report);
        }
    }

    private void alerts(AlertTotals alerts) {
        out.printf("%-20s%7s%12s%12s%n", "alerts", "level", "open", "cured");
        for (Map.Entry<String, Map<Integer, AlertTotals.Total>> rule :
                alerts.rules().entrySet()) {
            rule.getValue()
                    .forEach((level, total) ->
                            out.printf("%-20s%7d%,12d%,12d%n", rule.getKey(), level, total.open(), total.cured()));
        }
        out.printf("%-20s%7s%,24d%n", "all", "", alerts.all());
    }
}
