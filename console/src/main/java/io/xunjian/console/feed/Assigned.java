package io.xunjian.console.feed;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer of all partitions of one topic, from where the database is. Belongs to one thread but for {@code wakeup}. */
final class Assigned implements AutoCloseable {

    private static final int BATCH = 5_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicLook topic;

    Assigned(Properties client, TopicLook topic) {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.putAll(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.topic = topic;
    }

    /** Begins at what the database does not have. */
    void begin(Transactions transactions) {
        consumer.assign(topic.partitions());
        for (TopicPartition partition : topic.partitions()) {
            consumer.seek(partition, transactions.next(partition));
        }
    }

    TopicLook topic() {
        return topic;
    }

    ConsumerRecords<byte[], byte[]> poll(Duration patience) {
        return consumer.poll(patience);
    }

    /** Records that are on the topic and were not polled; those of partitions that were never fetched are not known. */
    long lag() {
        return topic.partitions().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    /** Whether any broker is connected. */
    boolean isConnected() {
        return consumer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-count"))
                .anyMatch(metric -> metric.getValue().metricValue() instanceof Double count && count > 0);
    }

    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
