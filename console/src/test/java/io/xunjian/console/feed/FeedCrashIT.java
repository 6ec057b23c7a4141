package io.xunjian.console.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.store.AlertStore;
import io.xunjian.console.store.Database;
import io.xunjian.console.store.DatabaseSettings;
import io.xunjian.console.testing.JavaProcess;
import io.xunjian.console.testing.PostgresServer;
import io.xunjian.console.testing.SampleAlert;
import io.xunjian.console.testing.TestBroker;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed is killed again and again at random points while alerts come; nothing is lost, nothing is there twice. */
class FeedCrashIT {

    private static final int KILLS = Integer.getInteger("xunjian.kills", 6);
    private static final int ALERTS = 40_000;
    private static final int STATES = 3;

    @TempDir
    private static Path folder;

    private static TestBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.start(folder.resolve("broker"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aFeedThatIsKilledLosesNothingAndDoublesNothing() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        broker.create("alerts", 2);
        Map<String, String> expected = send(random);
        String url = "jdbc:h2:file:" + folder.resolve("db");
        int killedAtWork = 0;
        for (int i = 0; i < KILLS; i++) {
            try (JavaProcess feed = start(url, "sa", i)) {
                feed.awaitOutput("started");
                new CountDownLatch(1).await(random.nextInt(900), TimeUnit.MILLISECONDS);
                feed.kill();
            }
            killedAtWork += isComplete(url, "sa", expected.size()) ? 0 : 1;
        }
        try (Database database = Database.open(new DatabaseSettings(url, "sa", "", 5))) {
            finish(database);
            assertThat(statuses(database)).as("seed %d", seed).isEqualTo(expected);
            assertThat(histories(database)).as("seed %d", seed).isEqualTo(ALERTS * (STATES - 1));
        }
        assertThat(killedAtWork).as("kills before all was read, seed %d", seed).isPositive();
    }

    @Test
    void twoFeedsIntoOneDatabaseWriteEachRecordOnce() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            DatabaseSettings settings = server.create("two");
            broker.create("shared", 2);
            List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                SampleAlert alert = SampleAlert.open("A" + i % 10_000);
                records.add((i < 10_000 ? alert : alert.revoked()).on("shared"));
            }
            broker.send(records);
            try (Database one = Database.open(settings);
                    Database other = Database.open(settings)) {
                CountDownLatch both = new CountDownLatch(40_000);
                try (TopicFeed first = TopicFeed.start(broker.client(), "shared", one, counting(both));
                        TopicFeed second = TopicFeed.start(broker.client(), "shared", other, counting(both))) {
                    assertThat(both.await(120, TimeUnit.SECONDS)).isTrue();
                    assertThat(first.state().failure()).isNull();
                    assertThat(second.state().failure()).isNull();
                }
                assertThat(statuses(one)).hasSize(10_000).doesNotContainValue("OPEN");
                assertThat(histories(one)).isEqualTo(10_000);
            }
        }
    }

    /** Sends each alert's states in order, and says what is to come of it. */
    private static Map<String, String> send(Random random) throws Exception {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        Map<String, String> expected = new HashMap<>();
        for (int state = 0; state < STATES; state++) {
            for (int i = 0; i < ALERTS; i++) {
                SampleAlert alert = SampleAlert.open("A" + i).level(state + 1);
                SampleAlert sent = state < STATES - 1 || random.nextBoolean() ? alert : alert.cured(SampleAlert.NOON);
                records.add(sent.on("alerts"));
                expected.put(sent.alertId(), sent.status());
            }
        }
        broker.send(records);
        return expected;
    }

    private static JavaProcess start(String url, String user, int run) throws Exception {
        return JavaProcess.start(
                folder.resolve("run" + run),
                List.of("-Xmx256m"),
                CrashMain.class,
                List.of(broker.bootstrap(), url, user));
    }

    /** Whether all was read; what was read must be there, and nothing of the batch that the kill has cut off. */
    private static boolean isComplete(String url, String user, int alerts) {
        try (Database database = Database.open(new DatabaseSettings(url, user, "", 2))) {
            long states = statuses(database).size() + histories(database);
            assertThat(states).as("states in the tables").isEqualTo(read(database));
            assertThat(states).as("states by their index").isEqualTo(indexed(database) + histories(database));
            return states == (long) alerts * STATES;
        }
    }

    /** Every record is another state of its alert. */
    private static long read(Database database) {
        return number(database, "SELECT COALESCE(SUM(next_offset), 0) FROM topic_offset");
    }

    /** Reads the rows that an index points to: one that is not there is an error. */
    private static long indexed(Database database) {
        return number(database, "SELECT COUNT(level) FROM alert WHERE alert_id >= ''");
    }

    private static void finish(Database database) throws Exception {
        CountDownLatch lagging = new CountDownLatch(1);
        AlertIntake intake = new AlertIntake(new AlertStore(Clock.systemUTC(), List.of()), () -> {});
        try (TopicFeed feed = TopicFeed.start(broker.client(), "alerts", database, intake)) {
            long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (!feed.state().connected()
                    || feed.state().lag() > 0
                    || histories(database) < ALERTS * (STATES - 1L)) {
                assertThat(System.nanoTime() - giveUpAt)
                        .as("histories %d", histories(database))
                        .isNegative();
                lagging.await(50, TimeUnit.MILLISECONDS);
            }
        }
    }

    private static Intake counting(CountDownLatch records) {
        AlertIntake intake = new AlertIntake(new AlertStore(Clock.systemUTC(), List.of()), () -> {});
        return new Intake() {
            @Override
            public void write(Handle handle, List<ConsumerRecord<byte[], byte[]>> batch) throws SQLException {
                intake.write(handle, batch);
            }

            @Override
            public void forget(Handle handle) {
                intake.forget(handle);
            }

            @Override
            public void written(List<ConsumerRecord<byte[], byte[]>> batch) {
                batch.forEach(record -> records.countDown());
            }
        };
    }

    private static Map<String, String> statuses(Database database) {
        Map<String, String> statuses = new HashMap<>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery("SELECT alert_id, status FROM alert")
                        .map((row, ctx) -> Map.entry(row.getString(1), row.getString(2)))
                        .forEach(alert -> assertThat(statuses.put(alert.getKey(), alert.getValue()))
                                .isNull()));
        return statuses;
    }

    private static long histories(Database database) {
        return number(database, "SELECT COUNT(*) FROM alert_history");
    }

    private static long number(Database database, String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
