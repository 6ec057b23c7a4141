package io.xunjian.cluster.traffic;

import io.xunjian.rules.event.Stream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends a market's records to Kafka, in a thread of its own. A record's timestamp is the simulated time of its sending. A
 * broker that is away is waited for. What was sent after the position was last kept is sent again at the next start.
 */
public final class TrafficProducer implements AutoCloseable {

    /** A day in 24 s. */
    public static final double DEFAULT_SPEED = 3_600;

    private static final long KEEP_POSITION_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long PAUSE_MILLIS = 10;

    /** Of simulated time: so that the position is kept on the way, however fast. */
    private static final long LONGEST_STEP_MILLIS = Duration.ofHours(6).toMillis();

    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(10);

    private final Map<Stream, AtomicLong> sent = new EnumMap<>(Stream.class);
    private final MarketPosition from;
    private final Path positionFile;
    private final Duration headStart;
    private final double speed;
    private final KafkaProducer<String, byte[]> producer;
    private final Thread thread = new Thread(this::run, "traffic");

    private volatile Instant position;
    private volatile boolean isStopped;
    private volatile boolean isAbandoned;
    private volatile Exception failure;

    private TrafficProducer(
            String bootstrap, MarketPosition from, Path positionFile, Duration headStart, double speed) {
        this.from = from;
        this.position = from.sentUpTo();
        this.positionFile = positionFile;
        this.headStart = headStart;
        this.speed = speed;
        for (Stream stream : Stream.values()) {
            sent.put(stream, new AtomicLong());
        }
        this.producer = new KafkaProducer<>(
                // More than one request under way can hang for ever: where the first of a partition comes too early for
                // the broker and the second does not, the broker never takes the first (KAFKA-15591).
                Map.of(
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "traffic",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        Long.MAX_VALUE,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Integer.MAX_VALUE),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Sends from a position on, for ever.
     *
     * @param positionFile where to keep the position, every second
     * @param headStart simulated time that is sent at once
     * @param speed simulated seconds in a real one, until simulated time has reached the present
     */
    public static TrafficProducer start(
            String bootstrap, MarketPosition from, Path positionFile, Duration headStart, double speed) {
        TrafficProducer traffic = new TrafficProducer(bootstrap, from, positionFile, headStart, speed);
        traffic.thread.setDaemon(true);
        traffic.thread.start();
        return traffic;
    }

    /** Simulated time: what is sent up to then is in Kafka. */
    public Instant position() {
        return position;
    }

    /** How many records of each stream were sent since this was started. */
    public Map<Stream, Long> sent() {
        Map<Stream, Long> counts = new EnumMap<>(Stream.class);
        sent.forEach((stream, count) -> counts.put(stream, count.get()));
        return counts;
    }

    /** Whether it is still sending. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    /** Why it stopped by itself, {@code null} where it did not. */
    public Exception failure() {
        return failure;
    }

    /** Stops and keeps the position. */
    @Override
    public void close() {
        isStopped = true;
        try {
            thread.join(PATIENCE_AT_END.toMillis());
            // Only a broker that is away holds it up for so long.
            thread.interrupt();
            thread.join(PATIENCE_AT_END.toMillis());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Market market = from.open();
            send(market, new Pace(from.sentUpTo().plus(headStart).toEpochMilli(), speed));
        } catch (InterruptException | InterruptedException e) {
            // Closed while the broker was away: what is kept is the position before.
            isAbandoned = true;
        } catch (IOException e) {
            failure = e;
        } finally {
            // It would not close in an interrupted thread.
            Thread.interrupted();
            producer.close(Duration.ZERO);
        }
    }

    private void send(Market market, Pace pace) throws IOException, InterruptedException {
        long reached = from.sentUpTo().toEpochMilli();
        long keptAt = System.nanoTime();
        while (!isStopped && failure == null) {
            reached = Math.min(Math.max(reached, pace.now()), reached + LONGEST_STEP_MILLIS);
            while (market.nextAt() <= reached) {
                send(market.next());
            }
            if (System.nanoTime() - keptAt > KEEP_POSITION_NANOS) {
                keepPosition(reached);
                keptAt = System.nanoTime();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        keepPosition(reached);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback hears of a refusal.
    private void send(TrafficRecord record) {
        Integer partition = record.partition() == TrafficRecord.BY_KEY ? null : record.partition();
        producer.send(
                new ProducerRecord<>(record.stream().topic(), partition, record.sentAt(), record.key(), record.value()),
                (stored, refusal) -> {
                    if (refusal == null) {
                        sent.get(record.stream()).incrementAndGet();
                    } else if (!isAbandoned) {
                        failure = refusal;
                    }
                });
    }

    private void keepPosition(long reached) throws IOException {
        producer.flush();
        if (failure == null) {
            position = Instant.ofEpochMilli(reached);
            from.at(position).write(positionFile);
        }
    }
}
