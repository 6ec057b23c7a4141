package io.xunjian.connectors.files;

import io.xunjian.rules.Utf8Order;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.AlertRecord;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.trial.AlertChange;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.flink.api.connector.sink2.Sink;

/** What a backtest writes: alerts and changes of alerts by raisedAt, then alertId; dead letters by their place. */
public final class FileSinks {

    private record AlertPlace(long raisedAt, String alertId) {}

    /** Of a letter from Kafka the file is empty, of one from a file the partition is 0. */
    private record LetterPlace(Stream stream, String file, int partition, long position) {}

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
                letter -> new LetterPlace(
                        letter.stream(), Objects.toString(letter.file(), ""), letter.partition(), letter.position()),
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
        int byPartition = byFile != 0 ? byFile : Integer.compare(a.partition, b.partition);
        return byPartition != 0 ? byPartition : Long.compare(a.position, b.position);
    }
}
