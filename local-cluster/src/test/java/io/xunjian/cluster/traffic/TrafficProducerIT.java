package io.xunjian.cluster.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.cluster.Broker;
import io.xunjian.cluster.FreePorts;
import io.xunjian.cluster.Topics;
import io.xunjian.rules.event.Stream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficProducerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double HALF_A_DAY_IN_A_SECOND = 43_200;
    private static final double DAYS_IN_A_SECOND = 864_000;

    @TempDir
    private Path folder;

    @Test
    void whatIsStoppedContinuesUntilItHasReachedThePresent() throws Exception {
        Instant start = Instant.now().minus(Duration.ofDays(4));
        MarketPosition fresh = MarketPosition.before(5, start, 20);
        try (Broker broker = Broker.start(FreePorts.brokerOn(folder.resolve("kafka")))) {
            Topics.create(broker.bootstrap());
            runUntil(start.plus(Duration.ofDays(2)), broker, fresh, HALF_A_DAY_IN_A_SECOND);
            MarketPosition stopped = MarketPosition.read(file(), fresh);
            assertThat(stopped.sentUpTo()).isBetween(start.plus(Duration.ofDays(2)), Instant.now());

            runUntil(Instant.now().minusSeconds(5), broker, stopped, DAYS_IN_A_SECOND);
            Instant end = MarketPosition.read(file(), fresh).sentUpTo();
            assertThat(end).isBefore(Instant.now());
            assertThat(stored(broker)).isEqualTo(sentUpTo(end, fresh));
        }
    }

    /** With a day and a half at once. */
    private void runUntil(Instant reached, Broker broker, MarketPosition from, double speed)
            throws InterruptedException {
        try (TrafficProducer traffic =
                TrafficProducer.start(broker.bootstrap(), from, file(), Duration.ofHours(36), speed)) {
            long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
            while (traffic.position().isBefore(reached)) {
                assertThat(traffic.failure()).isNull();
                assertThat(System.nanoTime()).isLessThan(giveUpAt);
                Thread.sleep(50);
            }
            assertThat(traffic.sent().values()).allMatch(count -> count > 0);
        }
    }

    private Path file() {
        return folder.resolve("traffic.position");
    }

    /** What the topics hold, by stream; each record with its timestamp, of heartbeats also the partition. */
    private static Map<Stream, List<String>> stored(Broker broker) {
        Map<Stream, List<String>> stored = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            for (Stream stream : Stream.values()) {
                List<TopicPartition> partitions =
                        List.of(new TopicPartition(stream.topic(), 0), new TopicPartition(stream.topic(), 1));
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                long left = consumer.endOffsets(partitions).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                List<String> records = new ArrayList<>();
                while (records.size() < left) {
                    consumer.poll(Duration.ofSeconds(1)).forEach(record -> records.add(text(record)));
                }
                stored.put(stream, records.stream().sorted().toList());
            }
        }
        return stored;
    }

    private static Map<Stream, List<String>> sentUpTo(Instant end, MarketPosition from) throws IOException {
        Map<Stream, List<String>> sent = new HashMap<>();
        Market market = from.open();
        while (market.nextAt() <= end.toEpochMilli()) {
            TrafficRecord record = market.next();
            sent.computeIfAbsent(record.stream(), stream -> new ArrayList<>())
                    .add(text(record.partition(), record.sentAt(), record.key(), record.value()));
        }
        sent.values().forEach(records -> records.sort(null));
        return sent;
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        int partition = record.key() == null ? record.partition() : TrafficRecord.BY_KEY;
        return text(partition, record.timestamp(), record.key(), record.value());
    }

    private static String text(int partition, long timestamp, String key, byte[] value) {
        return Arrays.asList(partition, timestamp, key, new String(value, StandardCharsets.ISO_8859_1))
                .toString();
    }
}
