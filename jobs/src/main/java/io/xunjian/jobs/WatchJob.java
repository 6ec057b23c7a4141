package io.xunjian.jobs;

import io.xunjian.connectors.BoundedDisorder;
import io.xunjian.connectors.Pace;
import io.xunjian.connectors.Received;
import io.xunjian.connectors.kafka.KafkaEvents;
import io.xunjian.connectors.kafka.KafkaSinks;
import io.xunjian.functions.JudgeSettings;
import io.xunjian.rules.Rules;
import io.xunjian.rules.event.Stream;
import java.util.EnumMap;
import java.util.Map;
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
        Map<Stream, Integer> partitions = new Topics(settings.topicPrefix()).check(settings.client(), settings.book());
        Configuration flink = new Configuration();
        // Flink tells them to who asks it: a next version is started with the same
        flink.set(PipelineOptions.GLOBAL_JOB_PARAMETERS, new Arguments(args).asGiven());
        graph(settings, partitions, flink).execute("watch");
    }

    /**
     * The whole job, ready to run.
     *
     * @param partitions of each stream's topic
     * @param flink settings of Flink that go before the job's own
     */
    public static StreamExecutionEnvironment graph(
            WatchSettings settings, Map<Stream, Integer> partitions, Configuration flink) {
        StreamExecutionEnvironment env = Environments.streaming(settings.checkpointInterval(), flink);
        Topics topics = new Topics(settings.topicPrefix());
        Map<Stream, DataStream<Received>> records = new EnumMap<>(Stream.class);
        partitions.forEach((stream, count) -> records.put(stream, records(stream, count, settings, env)));
        Judging.Found found = new Judging(
                        settings.book(),
                        JudgeSettings.of(settings.allowedLateness().toMillis(), settings.hotMemory()),
                        settings.rulesOnly())
                .live(records, settings.expectedStreams());
        KafkaSinks sinks = new KafkaSinks(settings.client(), settings.delivery(), settings.group());
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
