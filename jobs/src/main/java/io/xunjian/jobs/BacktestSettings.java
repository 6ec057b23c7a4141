package io.xunjian.jobs;

import io.xunjian.rules.Instants;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.trial.Trial;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;

/**
 * What a backtest on Flink reads and writes.
 *
 * @param trial the rule book, and those that are tried beside it
 * @param events the folder of events, {@code null} where they are in Kafka
 * @param kafka where else they are, {@code null} where there is a folder
 * @param until the horizon in epoch ms, {@link Instants#NEVER} for the greatest event time
 * @param isDetached whether whoever started the job does what comes before and after it
 */
public record BacktestSettings(
        Trial trial,
        Path events,
        KafkaInput kafka,
        Path out,
        long until,
        RuntimeExecutionMode mode,
        boolean isDetached) {

    static final String HELP = """
            Judges a folder of events as of a horizon and writes what it finds.

              --events DIR    <stream>.jsonl, <stream>.jsonl.gz or <stream>/*.jsonl[.gz] for each stream
              --kafka HOST:PORT
                              in place of --events: the live topics, up to their present ends. No consumer group is joined,
                              nothing is written to Kafka. Rules that live runs took are in force, under --rules
              --from TIME     with --kafka: earlier records, by their own timestamps, are not read (default: all are)
              --kafka-properties FILE, --topic-prefix TEXT, --future-bound DURATION
                              with --kafka: as the live job has them
              --out DIR       where alerts.jsonl, dead-letters.jsonl and summary.json go (required)
              --rules DIR     rule files that replace built-in rules of the same code
              --candidate DIR rule files of the same kind that are tried: what would they have found, in one pass
              --shadow true   in place of --candidate: the shadow versions of the rule book are tried
              --sweep SWEEP   RULE.parameter=FROM..TO/STEP or RULE.parameter=A,B,C: how many alerts each value gives
              --until TIME    the horizon: epoch milliseconds or RFC 3339 (default: the greatest event time)
              --mode MODE     batch (default) or streaming; both find the same; only batch tries books
              --detached true end when the job has started; who started it makes the folder before, and gives the files
                              their names after it: ./xunjian submit backtest does (default: false)
              --help          this text
            """;

    /**
     * Reads the settings of a command line.
     *
     * @throws SettingsRejected with every fault that they have
     */
    public static BacktestSettings from(String[] args) throws SettingsRejected {
        Arguments arguments = new Arguments(args);
        String folder = arguments.text("events", null);
        String brokers = arguments.text("kafka", null);
        if ((folder == null) == (brokers == null)) {
            arguments.fault("one of --events and --kafka is needed, and not both");
        }
        Path events = folder == null ? null : Path.of(folder);
        KafkaInput kafka = brokers == null ? null : kafka(arguments);
        if (kafka != null) {
            arguments.restOnRulesInForce(kafka.topics(), kafka.client());
        }
        Path out = Path.of(arguments.required("out"));
        long until = arguments.instant("until", Instants.NEVER);
        RuntimeExecutionMode mode = arguments.choice("mode", RuntimeExecutionMode.class, RuntimeExecutionMode.BATCH);
        boolean isDetached = arguments.flag("detached");
        Trial trial = arguments.trial();
        if (trial != null && trial.size() > 1 && mode != RuntimeExecutionMode.BATCH) {
            arguments.fault("--mode is streaming, expected batch with --candidate and --sweep");
        }
        if (events != null) {
            checkEvents(events, arguments);
        }
        arguments.check();
        return new BacktestSettings(trial, events, kafka, out, until, mode, isDetached);
    }

    private static KafkaInput kafka(Arguments arguments) {
        return new KafkaInput(
                arguments.kafka("kafka"),
                new Topics(arguments.text("topic-prefix", "")),
                arguments.instant("from", Instants.BEFORE_ALL),
                arguments.duration("future-bound", WatchSettings.FUTURE_BOUND).toMillis());
    }

    private static void checkEvents(Path events, Arguments arguments) {
        try {
            EventFiles.in(events);
        } catch (NoSuchFileException e) {
            arguments.fault("--events: there is no folder " + events);
        } catch (IOException e) {
            arguments.fault("--events: " + events + " holds no events; expected " + List.of("orders.jsonl", "…"));
        }
    }
}
