package io.xunjian.console.feed;

import io.xunjian.console.store.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one topic into the database, from where the database says that it is. Nothing is committed to Kafka. Any number of
 * consoles may read into one database: each reads everything, and what another one wrote is left out.
 *
 * <p>Where Kafka or the database is away it tries again until both are there. Any other error ends it, and {@link #state()}
 * says so.
 */
public final class TopicFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Properties client;
    private final String topic;
    private final Intake intake;
    private final Transactions transactions;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile Assigned assigned;
    private volatile FeedState state = FeedState.BEFORE;

    private TopicFeed(Properties client, String topic, Database database, Intake intake) {
        this.client = client;
        this.topic = topic;
        this.intake = intake;
        this.transactions = new Transactions(database, intake);
        this.thread = new Thread(this::run, "feed-" + topic);
        thread.setUncaughtExceptionHandler((failed, error) -> fail(error));
    }

    /**
     * Starts reading, in a thread of its own.
     *
     * @param client settings of Kafka's clients; how records are read is the feed's own matter
     */
    public static TopicFeed start(Properties client, String topic, Database database, Intake intake) {
        TopicFeed feed = new TopicFeed(client, topic, database, intake);
        feed.thread.start();
        return feed;
    }

    public FeedState state() {
        return state;
    }

    @Override
    public void close() {
        closed.countDown();
        Assigned current = assigned;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isClosed()) {
                if (!readUntilAway() && closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether to go on at once */
    private boolean readUntilAway() throws InterruptedException {
        try {
            Optional<TopicLook> found = TopicLook.at(client, topic);
            if (found.isEmpty()) {
                state = new FeedState(true, 0, null);
                return false;
            }
            read(found.get());
            return true;
        } catch (WakeupException e) {
            return isClosed();
        } catch (KafkaException e) {
            LOG.warn("Kafka is away, trying again: {}", e.getMessage());
            state = new FeedState(false, state.lag(), null);
        } catch (SQLException | JdbiException e) {
            if (!Away.is(e)) {
                throw new IllegalStateException("Cannot write what " + topic + " has", e);
            }
            LOG.warn("The database is away, trying again: {}", e.getMessage());
        }
        return false;
    }

    /** Until the topic changes or the feed is closed. */
    private void read(TopicLook look) throws SQLException, InterruptedException {
        transactions.identify(topic, look.id());
        try (Assigned consumer = new Assigned(client, look)) {
            assigned = consumer;
            consumer.begin(transactions);
            long lookAt = System.nanoTime() + LOOK_AGAIN.toNanos();
            while (!isClosed()) {
                take(consumer.poll(POLL));
                state = new FeedState(consumer.isConnected(), consumer.lag(), null);
                if (System.nanoTime() - lookAt > 0) {
                    if (!TopicLook.at(client, topic).equals(Optional.of(look))) {
                        return;
                    }
                    lookAt = System.nanoTime() + LOOK_AGAIN.toNanos();
                }
            }
        } finally {
            assigned = null;
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> records) throws SQLException {
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> batch = records.records(partition);
            transactions.write(partition, batch);
            intake.written(batch);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void fail(Throwable error) {
        LOG.error("The feed of {} ended", topic, error);
        state = new FeedState(state.connected(), state.lag(), error.toString());
    }
}
