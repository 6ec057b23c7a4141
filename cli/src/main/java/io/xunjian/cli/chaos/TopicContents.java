package io.xunjian.cli.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All of a topic that a reader of committed records sees; each look reads what came since the last. */
final class TopicContents implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Told of each record once. */
    @FunctionalInterface
    interface Reader {
        void read(String value) throws IOException;
    }

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Reader reader;
    private final Set<Long> seen = new HashSet<>();
    private long records;
    private long repeated;

    TopicContents(String bootstrap, String topic, Reader reader) {
        this.reader = reader;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads what is there now: up to the last that is committed. */
    void look() throws IOException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUpAt
                && ends.entrySet().stream()
                        .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                String value = new String(record.value(), StandardCharsets.UTF_8);
                records++;
                repeated += seen.add(digest(value)) ? 0 : 1;
                reader.read(value);
            }
        }
    }

    /** Of 64 bits: among a million records two that differ are taken for the same once in tens of millions of runs. */
    static long digest(CharSequence value) {
        long digest = 0xcbf29ce484222325L;
        for (int i = 0; i < value.length(); i++) {
            digest = (digest ^ value.charAt(i)) * 0x100000001b3L;
            digest ^= digest >>> 31;
        }
        return digest;
    }

    long records() {
        return records;
    }

    /** How many are the same, to the byte, as one before. */
    long repeated() {
        return repeated;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
