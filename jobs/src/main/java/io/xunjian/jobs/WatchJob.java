package io.xunjian.jobs;

import io.xunjian.connectors.BoundedDisorder;
import io.xunjian.connectors.Received;
import io.xunjian.connectors.kafka.KafkaEvents;
import io.xunjian.connectors.kafka.KafkaSinks;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The live job: events from Kafka, alerts to Kafka. */
public final class WatchJob {

    private WatchJob() {}

    public static void main(String[] args) throws Exception {
        if (Arguments.askForHelp(args)) {
            System.out.print(WatchSettings.HELP);
            return;
        }
        WatchSettings settings = WatchSettings.from(args);
        new Topics(settings.topicPrefix()).check(settings.client());
        graph(settings, new Configuration()).execute("watch");
    }

    /**
     * The whole job, ready to run.
     *
     * @param flink settings of Flink that go before the job's own
     */
    public static StreamExecutionEnvironment graph(WatchSettings settings, Configuration flink) {
        StreamExecutionEnvironment env = Environments.streaming(settings.checkpointInterval(), flink);
        Topics topics = new Topics(settings.topicPrefix());
        DataStream<Received> records = env.fromSource(
                        KafkaEvents.source(
                                settings.client(),
                                settings.group(),
                                topics.in(),
                                settings.futureBound().toMillis(),
                                Judging.RECEIVED),
                        BoundedDisorder.of(settings.disorder().toMillis()),
                        "events",
                        Judging.RECEIVED)
                .uid("events");
        Judging.Found found =
                new Judging(settings.book(), settings.allowedLateness().toMillis()).live(records);
        KafkaSinks sinks = new KafkaSinks(settings.client(), settings.delivery(), settings.group());
        found.alerts().sinkTo(sinks.alerts(topics.alerts())).name("alerts").uid("alerts");
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
}
