package io.xunjian.connectors.files;

import io.xunjian.rules.Utf8Order;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.AlertRecord;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.trial.AlertChange;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;

/** What a backtest writes: alerts and changes of alerts by raisedAt, then alertId; dead letters by their place. */
public final class FileSinks {

    private record AlertPlace(long raisedAt, String alertId) {}

    private record LetterPlace(Stream stream, String file, long line) {}

    private FileSinks() {}

    public static Sink<AlertRecord> alerts(Path file) {
        return new SortedFileSink<>(
                file,
                alert -> new AlertPlace(alert.raisedAt(), alert.alertId()),
                FileSinks::compare,
                AlertRecord::json);
    }

    public static Sink<AlertChange> changes(Path file) {
        return new SortedFileSink<>(
                file,
                change -> new AlertPlace(change.raisedAt(), change.alertId()),
                FileSinks::compare,
                AlertChange::json);
    }

    public static Sink<DeadLetter> deadLetters(Path file) {
        return new SortedFileSink<>(
                file,
                letter -> new LetterPlace(letter.stream(), letter.file(), letter.position()),
                FileSinks::compare,
                DeadLetter::toJson);
    }

    private static int compare(AlertPlace a, AlertPlace b) {
        int byTime = Long.compare(a.raisedAt, b.raisedAt);
        return byTime != 0 ? byTime : Utf8Order.compare(a.alertId, b.alertId);
    }

    private static int compare(LetterPlace a, LetterPlace b) {
        int byStream = a.stream.compareTo(b.stream);
        int byFile = byStream != 0 ? byStream : a.file.compareTo(b.file);
        return byFile != 0 ? byFile : Long.compare(a.line, b.line);
    }
}
