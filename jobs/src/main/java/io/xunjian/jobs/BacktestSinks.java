package io.xunjian.jobs;

import io.xunjian.connectors.files.FileSinks;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.json.AlertRecord;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.trial.Trial;
import io.xunjian.rules.trial.Tried;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Writes the files of a backtest. */
final class BacktestSinks {

    private final OutFolder out;

    BacktestSinks(OutFolder out) {
        this.out = out;
    }

    void write(Judging.Found found) {
        alerts(found.alerts());
        deadLetters(found.deadLetters());
    }

    void write(BatchJudging.Found found, Trial trial) {
        alerts(of(Trial.BASELINE, found.alerts()));
        deadLetters(found.deadLetters());
        if (trial.hasCandidate()) {
            sink(
                    of(Trial.CANDIDATE, found.alerts()),
                    FileSinks.alerts(out.unfinished(OutFolder.CANDIDATE_ALERTS)),
                    "candidate alerts");
            sink(found.changes(), FileSinks.changes(out.unfinished(OutFolder.DIFF)), "changes");
        }
        if (trial.size() > 1) {
            sink(BatchJudging.counted(found.shops()), new DiscardingSink<>(), "counted shops");
        }
    }

    private static DataStream<AlertRecord> of(int book, DataStream<Tried<AlertRecord>> alerts) {
        long bit = 1L << book;
        return alerts.filter(tried -> tried.isOf(bit))
                .name("alerts of book " + book)
                .uid("alerts-of-book-" + book)
                .map(Tried::what)
                .returns(Streams.ALERT_RECORD)
                .uid("records-of-book-" + book);
    }

    private void alerts(DataStream<AlertRecord> alerts) {
        sink(alerts, FileSinks.alerts(out.unfinished(OutFolder.ALERTS)), "alerts");
    }

    private void deadLetters(DataStream<DeadLetter> letters) {
        sink(letters, FileSinks.deadLetters(out.unfinished(OutFolder.DEAD_LETTERS)), "dead letters");
    }

    private static <T> void sink(DataStream<T> stream, Sink<T> sink, String name) {
        stream.sinkTo(sink).setParallelism(1).name(name).uid(name.replace(' ', '-'));
    }
}
