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
import org.apache.kafka.clients.admin.Admin;
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

    private final String bootstrap;
    private final List<TopicPartition> partitions = new ArrayList<>();

    public AlertTopic(String bootstrap, String name) {
        this.bootstrap = bootstrap;
        for (int partition = 0; partition < EventTopics.PARTITIONS; partition++) {
            partitions.add(new TopicPartition(name, partition));
        }
    }

    /**
     * Waits until nothing was written for some seconds.
     *
     * @param least so many records there must be
     * @return whether there were, before the patience ended
     */
    public boolean awaitEnd(Admin admin, long least, Duration patience)
            throws InterruptedException, ExecutionException {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        long records = -1;
        long since = System.nanoTime();
        while (System.nanoTime() < giveUpAt) {
            long now = records(admin);
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
    public long records(Admin admin) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        partitions.forEach(partition -> ends.put(partition, OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    /** What stands at the end, and when the broker took the last record, epoch ms. */
    public record Read(NetAlerts alerts, long lastAt) {}

    /** Reads the newest state of every alert of one rule. */
    public Read read(Admin admin, String ruleCode) throws IOException, InterruptedException, ExecutionException {
        long left = records(admin);
        long lastAt = 0;
        Map<String, byte[]> newest = new HashMap<>();
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
                    lastAt = Math.max(lastAt, record.timestamp());
                    newest.put(record.key(), record.value());
                }
            }
        }
        NetAlerts alerts = new NetAlerts();
        for (byte[] value : newest.values()) {
            JsonNode alert = value == null ? null : AlertLines.parse(value);
            if (alert != null && ruleCode.equals(alert.path("ruleCode").asText())) {
                AlertLines.add(alert, alerts);
            }
        }
        return new Read(alerts, lastAt);
    }
}
