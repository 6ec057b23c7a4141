package io.xunjian.cli.chaos;

import io.xunjian.cluster.Topics;
import io.xunjian.cluster.traffic.TrafficRecord;
import io.xunjian.rules.event.Stream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends a load at an even pace, in a thread of its own. A broker that is away is waited for: nothing is lost on this side. */
final class Feed implements AutoCloseable {

    private static final long STEP_MS = 20;

    /** The job's default: a partition's time trails its latest event by so much. */
    private static final long DISORDER_MS = 5_000;

    private final Load load;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicLong stored = new AtomicLong();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Thread thread;
    private final double recordsPerMs;
    private final AtomicInteger next = new AtomicInteger();
    private volatile double limit = 1;
    private volatile boolean isClosed;
    private volatile int partitions = Topics.PARTITIONS;
    private volatile Predicate<TrafficRecord> isWithheld = record -> false;
    private final List<TrafficRecord> withheld = new ArrayList<>();

    Feed(Load load, String bootstrap, Duration length) {
        this.load = load;
        this.recordsPerMs = (double) load.records().size() / length.toMillis();
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        // with more, the first records of a partition may wait for ever (KAFKA-15591)
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.METADATA_MAX_AGE_CONFIG,
                        2_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        Long.MAX_VALUE,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Integer.MAX_VALUE),
                new StringSerializer(),
                new ByteArraySerializer());
        this.thread = new Thread(this::run, "feed");
        thread.setDaemon(true);
    }

    /** Begins to send; holds at that share of all, until {@link #release}. */
    void start(double share) {
        limit = share;
        thread.start();
    }

    /** Sends further. */
    void release(double share) {
        limit = share;
    }

    /** Keeps back what is of this kind. */
    void withhold(Predicate<TrafficRecord> kind) {
        isWithheld = kind;
    }

    /** Sends what was kept back, in its order, and keeps nothing back any more. */
    void sendWithheld() {
        synchronized (withheld) {
            isWithheld = record -> false;
            withheld.forEach(this::send);
            withheld.clear();
        }
    }

    /** Sends heartbeats to so many partitions. */
    void spreadHeartbeats(int all) {
        partitions = all;
    }

    /** Epoch ms of simulated time, when so much of the load is sent. */
    long sentAt(double share) {
        return load.records().get((int) (load.records().size() * share)).sentAt();
    }

    /** Epoch ms of simulated time. */
    long now() {
        return load.records()
                .get(Math.min(next.get(), load.records().size() - 1))
                .sentAt();
    }

    /** Waits until that share of all is stored by the broker. */
    void await(double share) throws InterruptedException {
        while (stored.get() < (long) (load.records().size() * Math.min(share, limit)) && thread.isAlive()) {
            Thread.sleep(STEP_MS);
        }
        requireHealthy();
    }

    /** Waits until all is sent, and moves every partition's time to the horizon, no further. */
    void finish() throws InterruptedException {
        limit = 1;
        thread.join();
        requireHealthy();
        beat(load.horizon() + DISORDER_MS + 1);
        producer.flush();
    }

    /** A heartbeat on each partition that there is. */
    void beat(long at) {
        for (Stream stream : Stream.values()) {
            for (int partition = 0; partition < partitions; partition++) {
                String json = "{\"eventId\":\"beat-%s-%d-%d\",\"eventType\":\"HEARTBEAT\",\"eventTime\":%d}"
                        .formatted(stream.topic(), partition, at, at);
                send(stream, partition, at, null, json.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Sends a record that is not of the load. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of a refusal
    void send(Stream stream, Integer partition, long at, String key, byte[] value) {
        producer.send(new ProducerRecord<>(stream.topic(), partition, at, key, value), (metadata, refusal) -> {
            if (refusal != null && !isClosed) {
                failure.set(refusal);
            }
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of a refusal
    private void send(TrafficRecord record) {
        Integer partition = record.partition() == TrafficRecord.BY_KEY ? null : record.partition();
        producer.send(
                new ProducerRecord<>(record.stream().topic(), partition, record.sentAt(), record.key(), record.value()),
                (metadata, refusal) -> {
                    stored.incrementAndGet();
                    if (refusal != null && !isClosed) {
                        failure.set(refusal);
                    }
                });
    }

    private void run() {
        double allowed = 0;
        long before = System.nanoTime();
        while (!isClosed && next.get() < load.records().size()) {
            long now = System.nanoTime();
            int most = (int) (load.records().size() * limit);
            allowed = Math.min(most, allowed + (now - before) / 1e6 * recordsPerMs);
            before = now;
            while (next.get() < allowed && !isClosed) {
                sendOrWithhold(load.records().get(next.getAndIncrement()));
            }
            pause();
        }
        producer.flush();
    }

    private void sendOrWithhold(TrafficRecord record) {
        synchronized (withheld) {
            if (isWithheld.test(record)) {
                withheld.add(record);
                stored.incrementAndGet();
                return;
            }
        }
        send(record);
        boolean isBeat = record.kind() == TrafficRecord.Kind.HEARTBEAT;
        for (int more = Topics.PARTITIONS; isBeat && more < partitions; more++) {
            send(record.stream(), more, record.sentAt(), null, record.value());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(STEP_MS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts this thread", e);
        }
    }

    private void requireHealthy() {
        if (failure.get() != null) {
            throw new IllegalStateException("The broker refused a record", failure.get());
        }
    }

    @Override
    public void close() {
        isClosed = true;
        producer.close(Duration.ZERO);
    }
}
