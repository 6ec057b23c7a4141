package io.xunjian.bench.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.bench.workload.AlertLines;
import io.xunjian.bench.workload.NetAlerts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a run writes to its alert topic, whose records have the time at which the broker took them. */
public final class AlertTopic {

    private static final Duration STILL = Duration.ofSeconds(5);
    private static final Duration SETTLES = Duration.ofSeconds(2);

    private static final String NAME = "alerts";

    private final String bootstrap;
    private final Admin admin;
    private final List<TopicPartition> partitions = new ArrayList<>();

    AlertTopic(String bootstrap, Admin admin) {
        this.bootstrap = bootstrap;
        this.admin = admin;
        for (int partition = 0; partition < EventTopics.PARTITIONS; partition++) {
            partitions.add(new TopicPartition(NAME, partition));
        }
    }

    /** Takes away what is in it. */
    void empty() throws InterruptedException, ExecutionException {
        if (admin.listTopics().names().get().contains(NAME)) {
            admin.deleteTopics(List.of(NAME)).all().get();
            Thread.sleep(SETTLES.toMillis());
        }
        NewTopic alerts = new NewTopic(NAME, EventTopics.PARTITIONS, (short) 1)
                .configs(Map.of("message.timestamp.type", "LogAppendTime"));
        admin.createTopics(List.of(alerts)).all().get();
        Thread.sleep(SETTLES.toMillis());
    }

    /**
     * Waits until nothing was written for some seconds.
     *
     * @param least so many records there must be
     * @return whether there were, before the patience ended
     */
    public boolean awaitEnd(long least, Duration patience) throws InterruptedException, ExecutionException {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        long records = -1;
        long since = System.nanoTime();
        while (System.nanoTime() < giveUpAt) {
            long now = records();
            if (now != records) {
                records = now;
                since = System.nanoTime();
            } else if (records >= least && System.nanoTime() - since > STILL.toNanos()) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    /** How many records were written. */
    public long records() throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        partitions.forEach(partition -> ends.put(partition, OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    /** What stands at the end, and when the broker took the last record, epoch ms. */
    public record Read(NetAlerts alerts, long lastAt) {}

    /** Takes a record and the time at which the broker took it, epoch ms. */
    @FunctionalInterface
    public interface Reader {
        void read(String alertId, byte[] alert, long takenAt) throws IOException;
    }

    /** Reads all records there are. */
    public void forEach(Reader reader) throws IOException, InterruptedException, ExecutionException {
        long left = records();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (left > 0) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    left--;
                    reader.read(record.key(), record.value(), record.timestamp());
                }
            }
        }
    }

    /** Reads the newest state of every alert of one rule. */
    public Read read(String ruleCode) throws IOException, InterruptedException, ExecutionException {
        AtomicLong lastAt = new AtomicLong();
        Map<String, byte[]> newest = new HashMap<>();
        forEach((alertId, alert, takenAt) -> {
            lastAt.accumulateAndGet(takenAt, Math::max);
            newest.put(alertId, alert);
        });
        NetAlerts alerts = new NetAlerts();
        for (byte[] value : newest.values()) {
            JsonNode alert = value == null ? null : AlertLines.parse(value);
            if (alert != null && ruleCode.equals(alert.path("ruleCode").asText())) {
                AlertLines.add(alert, alerts);
            }
        }
        return new Read(alerts, lastAt.get());
    }
}
