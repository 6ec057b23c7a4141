package io.xunjian.bench.peers.plainflink;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Late shipments as they happen, by a job of Flink written by hand: events from Kafka, alerts to Kafka, at least once.
 *
 * <p>{@code main(bootstrap, workFolder, backend)}: {@code heap} or {@code rocksdb}. Runs until it is ended.
 */
public final class PlainFlinkKafka {

    private PlainFlinkKafka() {}

    public static void main(String[] args) throws Exception {
        String bootstrap = args[0];
        Path workFolder = Files.createDirectories(Path.of(args[1]).toAbsolutePath());

        StreamExecutionEnvironment env = Environments.live(workFolder, args[2]);
        WatermarkStrategy<Event> watermarks = WatermarkStrategy.<Event>forBoundedOutOfOrderness(Duration.ofSeconds(60))
                .withTimestampAssigner((event, recordTime) -> event.eventTime);
        env.fromSource(events(bootstrap), watermarks, "events")
                .filter(event -> event.type != EventType.OTHER)
                .keyBy(event -> event.orderId)
                .process(new LateShipments())
                .name("late shipments")
                .sinkTo(alerts(bootstrap))
                .name("alerts");

        JobClient job = env.executeAsync("late shipments");
        System.out.println("started");
        job.getJobExecutionResult().get();
    }

    /** Watermarks are for each partition. */
    private static KafkaSource<Event> events(String bootstrap) {
        return KafkaSource.<Event>builder()
                .setBootstrapServers(bootstrap)
                .setGroupId("plain-flink")
                .setTopics("orders", "shipments")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setValueOnlyDeserializer(new EventSchema())
                .build();
    }

    private static KafkaSink<Alert> alerts(String bootstrap) {
        return KafkaSink.<Alert>builder()
                .setBootstrapServers(bootstrap)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new AlertRecords())
                .build();
    }
}
