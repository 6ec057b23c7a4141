package io.xunjian.jobs;

import io.xunjian.connectors.BoundedDisorder;
import io.xunjian.connectors.Pace;
import io.xunjian.connectors.Received;
import io.xunjian.connectors.kafka.KafkaEvents;
import io.xunjian.connectors.kafka.KafkaSinks;
import io.xunjian.functions.JudgeSettings;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.event.Stream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The live job: events from Kafka, alerts to Kafka. */
public final class WatchJob {

    private WatchJob() {}

    public static void main(String[] args) throws Exception {
        if (Arguments.askForHelp(args)) {
            System.out.print(WatchSettings.HELP);
            return;
        }
        WatchSettings settings = WatchSettings.from(args);
        LiveStart start = new Topics(settings.topicPrefix()).check(settings.client(), settings.book());
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.GLOBAL_JOB_PARAMETERS, parameters(args));
        graph(settings, start, flink).execute("watch");
    }

    /** What Flink tells to who asks it, so that a next version is started with the same: names of files, and no secret. */
    public static Map<String, String> parameters(String[] args) {
        return new Arguments(args).asGiven();
    }

    /**
     * The whole job, ready to run.
     *
     * @param flink settings of Flink that go before the job's own
     * @throws BookRejected where this program does not understand a rule file that another one took
     */
    public static StreamExecutionEnvironment graph(WatchSettings settings, LiveStart start, Configuration flink)
            throws BookRejected {
        StreamExecutionEnvironment env = Environments.streaming(settings.checkpointInterval(), flink);
        Topics topics = new Topics(settings.topicPrefix());
        Map<Stream, DataStream<Received>> records = new EnumMap<>(Stream.class);
        start.partitions().forEach((stream, count) -> records.put(stream, records(stream, count, settings, env)));
        KafkaSinks sinks = new KafkaSinks(
                settings.client(), settings.delivery(), settings.group(), settings.expiredTransactions());
        Optional<DataStream<Announcement>> rules =
                start.takesRules() ? Optional.of(LiveRules.taken(env, settings, start, sinks)) : Optional.empty();
        Judging.Found found = new Judging(
                        start.book(),
                        JudgeSettings.of(settings.allowedLateness().toMillis(), settings.hotMemory()),
                        settings.rulesOnly())
                .live(records, settings.expectedStreams(), rules);
        found.alerts().sinkTo(sinks.alerts(topics.alerts())).name("alerts").uid("alerts");
        if (found.shadowAlerts() != null) {
            found.shadowAlerts()
                    .sinkTo(sinks.alerts(topics.shadowAlerts()))
                    .name("shadow alerts")
                    .uid("shadow-alerts");
        }
        found.lateEvents()
                .sinkTo(sinks.lateEvents(topics.lateEvents()))
                .name("late events")
                .uid("late-events");
        found.deadLetters()
                .sinkTo(sinks.deadLetters(topics.deadLetters()))
                .name("dead letters")
                .uid("dead-letters");
        return env;
    }

    /** A subtask without a partition would have no watermark, and hold back all: there are none. */
    private static DataStream<Received> records(
            Stream stream, int partitions, WatchSettings settings, StreamExecutionEnvironment env) {
        int parallelism = Math.min(partitions, env.getParallelism());
        String name = "events-" + stream.topic();
        DataStream<Received> records = env.fromSource(
                        KafkaEvents.source(
                                settings.client(),
                                settings.group(),
                                new Topics(settings.topicPrefix()).of(stream),
                                stream,
                                settings.futureBound().toMillis(),
                                Streams.RECEIVED),
                        BoundedDisorder.of(settings.disorder().toMillis()),
                        name,
                        Streams.RECEIVED)
                .setParallelism(parallelism)
                .uid(name);
        if (settings.expectedStreams().contains(stream)) {
            watchPace(stream, records, settings);
        }
        return records;
    }

    /** Beside the stream and for all of its partitions: watermarks go there, and no record. */
    private static void watchPace(Stream stream, DataStream<Received> records, WatchSettings settings) {
        String waiting = String.join(", ", Rules.restingOn(stream));
        records.filter(record -> false)
                .setParallelism(records.getParallelism())
                .name("time of " + stream.topic())
                .uid("time-" + stream.topic())
                .transform(
                        "pace of " + stream.topic(),
                        Streams.RECEIVED,
                        new Pace<>(stream.topic(), waiting, settings.stillAfter()))
                .setParallelism(1)
                .uid("pace-" + stream.topic())
                .sinkTo(new DiscardingSink<>())
                .setParallelism(1)
                .name("pace of " + stream.topic())
                .uid("paced-" + stream.topic());
    }
}
