package io.xunjian.cli;

import io.xunjian.backtest.Comparison;
import io.xunjian.backtest.Delta;
import io.xunjian.backtest.LabelScores;
import io.xunjian.rules.Instants;
import io.xunjian.rules.alert.AlertTotals;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.files.Tally;
import io.xunjian.rules.trial.Sweep;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says on a terminal what a backtest found. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void print(Summary summary, double seconds) {
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
        if (summary.trial().sweep() != null) {
            sweep(summary);
        }
    }

    private void sweep(Summary summary) {
        Sweep sweep = summary.trial().sweep();
        out.printf("%n%-32s%-22s%12s%12s%n", sweep.ruleCode() + '.' + sweep.parameter(), "rule", "alerts", "shops");
        for (int i = 0; i < sweep.values().size(); i++) {
            int book = summary.trial().firstSwept() + i;
            Map<String, Long> shops = summary.totals().shops().get(book);
            for (String rule : summary.totals().alerts().get(book).rules().keySet()) {
                long alerts = summary.totals().alerts().get(book).of(rule);
                out.printf("%-32s%-22s%,12d%,12d%n", sweep.values().get(i), rule, alerts, shops.getOrDefault(rule, 0L));
            }
        }
    }

    /** What a candidate would change; nothing where none was tried. */
    void print(Comparison comparison) {
        if (comparison == null) {
            return;
        }
        out.printf(
                "%n%-20s%12s%12s%12s%12s%16s%n", "candidate", "added", "removed", "changed", "shops", "amount (yuan)");
        comparison.rules().forEach(this::line);
        line("all", comparison.all());
    }

    private void line(String name, Delta delta) {
        out.printf(
                "%-20s%,12d%,12d%,12d%,12d%,16.2f%n",
                name, delta.added(), delta.removed(), delta.changed(), delta.shops(), delta.amountFen() / 100.0);
    }

    /** How well alerts agree with labels; nothing where there are none. */
    void print(LabelScores scores) {
        if (scores == null) {
            return;
        }
        out.printf(
                "%n%-12s%-22s%8s%8s%8s%8s%12s%9s%n",
                "labels", "rule", "true +", "false +", "false -", "true -", "precision", "recall");
        scores.books()
                .forEach((book, rules) -> rules.forEach((rule, score) -> out.printf(
                        "%-12s%-22s%,8d%,8d%,8d%,8d%12s%9s%n",
                        book,
                        rule,
                        score.truePositives(),
                        score.falsePositives(),
                        score.falseNegatives(),
                        score.trueNegatives(),
                        percent(score.precision()),
                        percent(score.recall()))));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    void printFiles(Path folder, Summary summary) {
        List<String> more = new ArrayList<>();
        if (summary.trial().hasCandidate()) {
            more.addAll(List.of(OutFolder.CANDIDATE_ALERTS, OutFolder.DIFF));
        }
        more.add(OutFolder.DEAD_LETTERS);
        out.printf(
                "%nwrote %s, %s and %s%n",
                folder.resolve(OutFolder.ALERTS), String.join(", ", more), OutFolder.SUMMARY);
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
