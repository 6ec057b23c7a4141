package io.xunjian.cli.chaos;

import io.xunjian.replay.Progress;
import io.xunjian.replay.Replay;
import io.xunjian.replay.TooBigForMemory;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the replay engine finds in the same events: it knows neither Flink nor Kafka, and nothing happens to it.
 *
 * @param deadLetters how many of the records are no events
 */
record Oracle(NetAlerts alerts, long deadLetters) {

    /** Judges a load; keeps its files in the folder. */
    static Oracle of(Load load, Path folder) throws IOException {
        Path events = load.write(folder.resolve("events"));
        Path out = folder.resolve("expected");
        try {
            Trial trial = Trial.of(RuleBook.read(Rules.ALL, List.of()));
            int threads = Runtime.getRuntime().availableProcessors();
            new Replay(trial, load.horizon(), threads, Progress.NONE).run(EventFiles.in(events), new OutFolder(out));
        } catch (BookRejected | TooBigForMemory e) {
            throw new IllegalStateException(e);
        }
        NetAlerts alerts = new NetAlerts();
        try (var lines = Files.lines(out.resolve(OutFolder.ALERTS))) {
            for (String line : (Iterable<String>) lines::iterator) {
                alerts.add(line);
            }
        }
        try (var letters = Files.lines(out.resolve(OutFolder.DEAD_LETTERS))) {
            return new Oracle(alerts, letters.count());
        }
    }
}
