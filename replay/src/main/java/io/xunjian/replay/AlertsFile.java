package io.xunjian.replay;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Rules;
import io.xunjian.rules.Utf8Order;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.json.AlertJson;
import io.xunjian.rules.wire.ByteSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes findings as alerts, by raisedAt, then alertId. */
final class AlertsFile {

    private static final int BLOCK = 1024;
    private static final int BYTES_PER_LINE = 1400;

    private AlertsFile() {}

    static void write(List<Finding> findings, RuleBook book, Path file, Threads threads)
            throws IOException, TooBigForMemory {
        Finding[] sorted = findings.toArray(Finding[]::new);
        Arrays.parallelSort(sorted, AlertsFile::compare);
        int blocks = (sorted.length + BLOCK - 1) / BLOCK;
        try (OutputStream out = Files.newOutputStream(file)) {
            threads.inOrder(
                    blocks,
                    block -> lines(sorted, block * BLOCK, Math.min(sorted.length, (block + 1) * BLOCK), book),
                    lines -> out.write(lines.bytes(), 0, lines.length()));
        }
    }

    private static int compare(Finding a, Finding b) {
        int byTime = Long.compare(a.raisedAt(), b.raisedAt());
        return byTime != 0 ? byTime : Utf8Order.compare(a.alertId(), b.alertId());
    }

    private static ByteSink lines(Finding[] findings, int from, int to, RuleBook book) {
        ByteSink lines = new ByteSink((to - from) * BYTES_PER_LINE);
        for (int i = from; i < to; i++) {
            lines.write(AlertJson.write(Rules.alert(findings[i], book)));
            lines.write('\n');
        }
        return lines;
    }
}
