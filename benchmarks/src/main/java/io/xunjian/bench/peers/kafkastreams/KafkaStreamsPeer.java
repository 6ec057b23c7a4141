package io.xunjian.bench.peers.kafkastreams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * Late shipments by a hand-written Kafka Streams application: {@code main(bootstrap, workFolder)}. Reads {@code orders} and
 * {@code shipments}, writes {@code alerts}, runs until it is killed. One task for each pair of partitions, since both topics
 * are partitioned by orderId. Started again with the same folder, it goes on where it was, at once: the group knows it as the
 * same member.
 */
public final class KafkaStreamsPeer {

    /** As many as the topics have partitions. */
    private static final int THREADS = 2;

    /** A task judges by both of its partitions; where one has nothing to read, it waits for it, but not for ever. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int BUFFERED_RECORDS = 10_000;
    private static final int POLLED_RECORDS = 5_000;
    private static final int LINGER_MILLIS = 5;
    private static final int BATCH_BYTES = 128 << 10;

    private KafkaStreamsPeer() {}

    public static void main(String[] args) {
        KafkaStreams streams = new KafkaStreams(topology(), settings(args[0], Path.of(args[1])));
        AtomicBoolean hasStarted = new AtomicBoolean();
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING && hasStarted.compareAndSet(false, true)) {
                System.out.println("started");
            }
        });
        Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
        streams.start();
    }

    static Topology topology() {
        return new Topology()
                .addSource("events", new StringDeserializer(), Json.reading(OrderEvent.class), "orders", "shipments")
                .addProcessor("late-shipments", new LateShipmentsSupplier(), "events")
                .addSink("alerts", "alerts", new StringSerializer(), Json.writing(Alert.class), "late-shipments");
    }

    private static Properties settings(String bootstrap, Path workFolder) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "late-shipments-" + workFolder.getFileName());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, workFolder.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, PATIENCE.toMillis());
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_RECORDS);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), POLLED_RECORDS);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), "only");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MILLIS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        return settings;
    }
}
