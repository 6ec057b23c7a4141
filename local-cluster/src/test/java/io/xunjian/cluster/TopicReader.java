package io.xunjian.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.testing.NetAlert;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a live run wrote, as a reader of the topics sees it. */
public record TopicReader(String bootstrap) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Reads all alerts until they are as they should be; gives up after a while, with what there was. */
    List<NetAlert> alerts(WatchProcess watch, Predicate<List<NetAlert>> isDone) throws IOException {
        return read(Topics.ALERTS, watch, isDone);
    }

    /** The same of a job that is elsewhere. */
    public List<NetAlert> alerts(Predicate<List<NetAlert>> isDone) throws IOException {
        return read(Topics.ALERTS, () -> true, isDone);
    }

    /** All that are there now. */
    public List<NetAlert> alertsNow() throws IOException {
        List<NetAlert> alerts = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(Topics.ALERTS, Topics.PARTITIONS)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> alert : consumer.poll(Duration.ofMillis(200))) {
                    alerts.add(NetAlert.of(new String(alert.value(), StandardCharsets.UTF_8)));
                }
            }
        }
        return alerts;
    }

    /** The same from another topic of alerts. */
    List<NetAlert> read(String topic, WatchProcess watch, Predicate<List<NetAlert>> isDone) throws IOException {
        return read(topic, watch::isAlive, isDone);
    }

    private List<NetAlert> read(String topic, BooleanSupplier isAlive, Predicate<List<NetAlert>> isDone)
            throws IOException {
        List<NetAlert> alerts = new ArrayList<>();
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic, Topics.PARTITIONS)) {
            while (!isDone.test(alerts) && System.nanoTime() < giveUpAt) {
                assertThat(isAlive.getAsBoolean())
                        .as("Flink runs; see watch.log")
                        .isTrue();
                for (ConsumerRecord<byte[], byte[]> alert : consumer.poll(Duration.ofMillis(200))) {
                    alerts.add(NetAlert.of(new String(alert.value(), StandardCharsets.UTF_8)));
                }
            }
        }
        return alerts;
    }

    /** How many records a topic of one partition has. */
    long count(String topic) {
        return values(topic).size();
    }

    /** The records of a topic of one partition, as text. */
    List<String> values(String topic) {
        return values(topic, 1);
    }

    /** The same of a topic of more. */
    List<String> values(String topic, int partitions) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic, partitions)) {
            int before;
            do {
                before = values.size();
                consumer.poll(Duration.ofSeconds(2))
                        .forEach(record -> values.add(
                                record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8)));
            } while (values.size() > before);
        }
        return values;
    }

    private KafkaConsumer<byte[], byte[]> consumer(String topic, int partitions) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            all.add(new TopicPartition(topic, i));
        }
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return consumer;
    }
}
