package io.xunjian.replay;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Rules;
import io.xunjian.rules.Utf8Order;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.json.AlertJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

/** Writes findings as alerts, by raisedAt, then alertId. */
final class AlertsFile {

    private static final Comparator<Finding> ORDER =
            Comparator.comparingLong(Finding::raisedAt).thenComparing(Finding::alertId, Utf8Order::compare);

    private static final int BLOCK = 2048;
    private static final int BLOCKS_AT_A_TIME = 32;

    private AlertsFile() {}

    static void write(List<Finding> findings, RuleBook book, Path file, Threads threads)
            throws IOException, TooBigForMemory {
        Finding[] sorted = findings.toArray(Finding[]::new);
        Arrays.parallelSort(sorted, ORDER);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int at = 0; at < sorted.length; at += BLOCK * BLOCKS_AT_A_TIME) {
                List<Callable<byte[]>> blocks = new ArrayList<>();
                for (int from = at; from < Math.min(sorted.length, at + BLOCK * BLOCKS_AT_A_TIME); from += BLOCK) {
                    int start = from;
                    int end = Math.min(sorted.length, from + BLOCK);
                    blocks.add(() -> lines(sorted, start, end, book));
                }
                for (byte[] block : threads.run(blocks)) {
                    out.write(block);
                }
            }
        }
    }

    private static byte[] lines(Finding[] findings, int from, int to, RuleBook book) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream((to - from) * 1024);
        for (int i = from; i < to; i++) {
            lines.writeBytes(AlertJson.write(Rules.alert(findings[i], book)));
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
