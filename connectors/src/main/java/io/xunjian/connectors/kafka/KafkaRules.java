package io.xunjian.connectors.kafka;

import io.xunjian.connectors.rules.PublishedRule;
import io.xunjian.rules.book.Announcement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Rule files in Kafka: those that are published, and of each rule the one that a job took last. */
public final class KafkaRules {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private KafkaRules() {}

    /**
     * What is published, from the first record of the topic on.
     *
     * @param client settings of Kafka's clients: bootstrap.servers, security
     * @param topic of one partition: files are taken in their order
     */
    public static KafkaSource<PublishedRule> source(
            Properties client, String group, String topic, TypeInformation<PublishedRule> type) {
        return KafkaSource.<PublishedRule>builder()
                .setProperties(client)
                .setGroupId(group)
                .setClientIdPrefix(group + '-' + topic)
                .setTopics(topic)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .setDeserializer(new RuleDeserializer(type))
                .build();
    }

    /**
     * Reads what jobs took, of each rule the last, in the order of the rules' codes.
     *
     * @throws KafkaException where the topic cannot be read to its present end within 10 s
     */
    public static List<Announcement> taken(Properties client, String topic) {
        Properties own = new Properties();
        own.putAll(client);
        own.remove(ConsumerConfig.GROUP_ID_CONFIG);
        own.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        Map<String, Announcement> newest = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition all = new TopicPartition(topic, 0);
            consumer.assign(List.of(all));
            consumer.seekToBeginning(List.of(all));
            long end = consumer.endOffsets(List.of(all), PATIENCE).get(all);
            long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.position(all, PATIENCE) < end) {
                if (System.nanoTime() > giveUpAt) {
                    throw new KafkaException("The topic " + topic + " could not be read to its end");
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    Announcement announcement = announcement(record);
                    newest.put(announcement.ruleCode(), announcement);
                }
            }
        }
        return newest.values().stream()
                .sorted((a, b) -> a.ruleCode().compareTo(b.ruleCode()))
                .toList();
    }

    private static Announcement announcement(ConsumerRecord<byte[], byte[]> record) {
        return new Announcement(
                new String(record.key(), StandardCharsets.UTF_8),
                new String(record.value(), StandardCharsets.UTF_8),
                record.timestamp());
    }
}
