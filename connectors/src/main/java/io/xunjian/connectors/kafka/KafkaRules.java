package io.xunjian.connectors.kafka;

import io.xunjian.connectors.rules.PublishedRule;
import io.xunjian.rules.book.Announcement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

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
                    take(record, newest);
                }
            }
        }
        return newest.values().stream()
                .sorted((a, b) -> a.ruleCode().compareTo(b.ruleCode()))
                .toList();
    }

    /**
     * Publishes a rule file. Its key is the rule and the time: of what was published nothing is ever compacted away.
     *
     * @param publishedAt epoch ms, the record's timestamp
     * @throws KafkaException where the brokers do not take it
     */
    public static void publish(Properties client, String topic, String ruleCode, String file, long publishedAt) {
        Properties own = new Properties();
        own.putAll(client);
        own.setProperty(ProducerConfig.ACKS_CONFIG, "all");
        own.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(PATIENCE.toMillis()));
        byte[] key = (ruleCode + '@' + publishedAt).getBytes(StandardCharsets.UTF_8);
        byte[] value = file.getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(own, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, publishedAt, key, value))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, Map<String, Announcement> newest) {
        if (record.key() == null || record.value() == null) {
            throw new KafkaException("The record at offset " + record.offset() + " is none that a job writes");
        }
        Announcement announcement = announcement(record);
        newest.put(announcement.ruleCode(), announcement);
    }

    private static Announcement announcement(ConsumerRecord<byte[], byte[]> record) {
        return new Announcement(
                new String(record.key(), StandardCharsets.UTF_8),
                new String(record.value(), StandardCharsets.UTF_8),
                record.timestamp());
    }
}
