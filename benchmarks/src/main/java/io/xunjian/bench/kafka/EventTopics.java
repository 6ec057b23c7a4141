package io.xunjian.bench.kafka;

import io.xunjian.bench.workload.Workload;
import io.xunjian.rules.event.Stream;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts an order market into Kafka: every record by its order, with the event's time as its own. */
public final class EventTopics {

    public static final int PARTITIONS = 2;

    /** By how much a record may come after a later one, in ms. */
    public static final long DISORDER = 60_000;

    private static final String TIME = "\"eventTime\":";
    private static final String ORDER = "\"orderId\":\"";

    private EventTopics() {}

    /**
     * Writes all events, and behind them a heartbeat on each partition that brings the watermark to the horizon.
     *
     * @return how many records that are
     */
    public static long load(String bootstrap, Workload workload) throws IOException {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.LINGER_MS_CONFIG,
                "50",
                ProducerConfig.BATCH_SIZE_CONFIG,
                String.valueOf(1 << 18),
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "none"));
        long records = 0;
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Stream stream : new Stream[] {Stream.ORDERS, Stream.SHIPMENTS}) {
                Path file = workload.folder().resolve(stream.topic() + ".jsonl");
                try (BufferedReader lines = Files.newBufferedReader(file)) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        send(record(stream.topic(), line), producer, failure);
                        records++;
                    }
                }
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    send(heartbeat(stream.topic(), partition, workload.horizon() + DISORDER + 1), producer, failure);
                    records++;
                }
            }
        }
        if (failure.get() != null) {
            throw new IOException("Kafka did not take every record", failure.get());
        }
        return records;
    }

    private static void send(
            ProducerRecord<byte[], byte[]> record,
            Producer<byte[], byte[]> producer,
            AtomicReference<Exception> failure) {
        Future<RecordMetadata> unused = producer.send(record, (sent, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
        });
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String line) {
        int time = line.indexOf(TIME) + TIME.length();
        int order = line.indexOf(ORDER) + ORDER.length();
        long eventTime = Long.parseLong(line, time, line.indexOf(',', time), 10);
        byte[] key = line.substring(order, line.indexOf('"', order)).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, null, eventTime, key, line.getBytes(StandardCharsets.UTF_8));
    }

    private static ProducerRecord<byte[], byte[]> heartbeat(String topic, int partition, long time) {
        String event = "{\"eventId\":\"hb-" + topic + "-" + partition + "\",\"eventType\":\"HEARTBEAT\",\"eventTime\":"
                + time + "}";
        return new ProducerRecord<>(topic, partition, time, null, event.getBytes(StandardCharsets.UTF_8));
    }
}
