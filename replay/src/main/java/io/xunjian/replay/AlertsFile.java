package io.xunjian.replay;

import io.xunjian.replay.Found.Place;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.json.AlertJson;
import io.xunjian.rules.wire.ByteSink;
import io.xunjian.rules.wire.ByteSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes breaches as alerts, by raisedAt, then alertId. */
final class AlertsFile {

    private static final int BLOCK = 1024;
    private static final int BYTES_PER_LINE = 1400;

    private AlertsFile() {}

    static void write(List<Found> found, RuleBook book, Path file, Threads threads)
            throws IOException, TooBigForMemory {
        Place[] sorted = found.stream().flatMap(some -> some.places().stream()).toArray(Place[]::new);
        Arrays.parallelSort(sorted);
        int blocks = (sorted.length + BLOCK - 1) / BLOCK;
        try (OutputStream out = Files.newOutputStream(file)) {
            threads.inOrder(
                    blocks,
                    block -> lines(sorted, block * BLOCK, Math.min(sorted.length, (block + 1) * BLOCK), book),
                    lines -> out.write(lines.bytes(), 0, lines.length()));
        }
    }

    private static ByteSink lines(Place[] places, int from, int to, RuleBook book) throws IOException {
        ByteSink lines = new ByteSink((to - from) * BYTES_PER_LINE);
        ByteSource source = new ByteSource();
        for (int i = from; i < to; i++) {
            lines.write(AlertJson.write(Rules.alert(places[i].read(source), book)));
            lines.write('\n');
        }
        return lines;
    }
}
