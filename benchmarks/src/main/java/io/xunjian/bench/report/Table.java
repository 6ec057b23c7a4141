package io.xunjian.bench.report;

import io.xunjian.bench.report.Results.Row;
import java.io.PrintStream;
import java.util.Locale;

/** Shows medians and ratios as text that is a table in Markdown, too. */
public final class Table {

    private Table() {}

    public static void print(Results results, PrintStream out) {
        out.println("| workload | contender | runs | whole s | net s | cpu s | peak MiB |  |");
        out.println("|---|---|---:|---:|---:|---:|---:|---|");
        for (Row row : results.rows()) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %d | %.2f | %.2f | %.1f | %.0f | %s |%n",
                    row.workload(),
                    row.contender(),
                    row.runs(),
                    row.whole(),
                    row.net(),
                    row.cpu(),
                    row.peakMib(),
                    row.fault() == null ? "" : row.fault());
        }
        out.println();
        out.println("| ratio | measured | wanted |");
        out.println("|---|---:|---:|");
        for (Ratio ratio : Ratio.WANTED) {
            ratio.of(results)
                    .ifPresent(measured -> out.printf(
                            Locale.ROOT,
                            "| %s | %.2f | %s%s |%n",
                            ratio.says(),
                            measured,
                            ratio.wanted(),
                            ratio.isReached(measured) ? "" : " not reached"));
        }
    }
}
