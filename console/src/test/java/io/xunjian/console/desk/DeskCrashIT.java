package io.xunjian.console.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.store.Database;
import io.xunjian.console.store.DatabaseSettings;
import io.xunjian.console.testing.JavaProcess;
import io.xunjian.console.testing.SampleAlert;
import io.xunjian.console.testing.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console is killed again and again while alerts and decisions come; it ends as one that nobody killed. */
class DeskCrashIT {

    private static final int KILLS = Integer.getInteger("xunjian.kills", 6);
    private static final int ALERTS = 12_000;
    private static final int DECISIONS = 15_000;

    @TempDir
    private static Path folder;

    @Test
    void aDeskThatIsKilledStandsWhereOneStandsThatIsNot() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (TestBroker broker = TestBroker.start(folder.resolve("broker"))) {
            broker.create("alerts", 2);
            DecisionTopic.make(broker.client(), "decisions");
            broker.send(alerts());
            broker.send(decisions(random));
            String url = "jdbc:h2:file:" + folder.resolve("killed");
            int killedAtWork = 0;
            for (int i = 0; i < KILLS; i++) {
                killLater(broker, url, i, random.nextInt(1_200));
                try (Database database = open(url)) {
                    killedAtWork += isComplete(database) ? 0 : 1;
                }
            }
            try (Database killed = open(url);
                    Database other = open("jdbc:h2:mem:whole")) {
                finish(broker, killed);
                finish(broker, other);
                assertThat(new Topics(killed).tables()).as("seed %d", seed).isEqualTo(new Topics(other).tables());
            }
            assertThat(killedAtWork).as("kills at work, seed %d", seed).isPositive();
        }
    }

    private static List<ProducerRecord<byte[], byte[]>> alerts() {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < ALERTS; i++) {
            records.add(SampleAlert.open("A" + i).about("SHOP", "S" + i % 50).on("alerts"));
        }
        return records;
    }

    /** Of all kinds, one in five takes back an earlier one. */
    private static List<ProducerRecord<byte[], byte[]>> decisions(Random random) {
        Decisions decisions = new Decisions();
        List<Decision> made = new ArrayList<>();
        for (int i = 0; i < DECISIONS; i++) {
            made.add(next(decisions, made, random));
        }
        return made.stream()
                .map(decision -> new ProducerRecord<>(
                        "decisions", decision.target().key().getBytes(UTF_8), DecisionJson.write(decision)))
                .toList();
    }

    private static Decision next(Decisions decisions, List<Decision> made, Random random) {
        if (random.nextInt(40) == 0) {
            return decisions.mute("LATE_SHIPMENT", "S" + random.nextInt(50), Duration.ofDays(1));
        }
        String alert = "A" + random.nextInt(ALERTS);
        return switch (random.nextInt(made.isEmpty() ? 4 : 5)) {
            case 0 -> decisions.acknowledge(alert);
            case 1 -> decisions.assign(alert, "wang");
            case 2 -> decisions.note(alert);
            case 3 -> decisions.close(alert, Outcome.CONFIRMED);
            default -> decisions.undo(made.get(random.nextInt(made.size())));
        };
    }

    private static void killLater(TestBroker broker, String url, int run, int ms) throws Exception {
        Path place = folder.resolve("run" + run);
        try (JavaProcess console =
                JavaProcess.start(place, List.of("-Xmx256m"), CrashMain.class, List.of(broker.bootstrap(), url))) {
            console.awaitOutput("started");
            new CountDownLatch(1).await(ms, TimeUnit.MILLISECONDS);
            console.kill();
        }
    }

    private static void finish(TestBroker broker, Database database) throws Exception {
        try (CrashMain.Feeds feeds = CrashMain.Feeds.start(broker.client(), database)) {
            long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (!isComplete(database)) {
                assertThat(feeds.alerts().state().failure()).isNull();
                assertThat(feeds.decisions().state().failure()).isNull();
                assertThat(System.nanoTime() - giveUpAt)
                        .as("read %d", number(database, "SELECT COALESCE(SUM(next_offset), 0) FROM topic_offset"))
                        .isNegative();
                new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
            }
        }
    }

    private static boolean isComplete(Database database) {
        return number(database, "SELECT COUNT(*) FROM alert") == ALERTS
                && number(database, "SELECT COUNT(*) FROM decision") == DECISIONS;
    }

    private static long number(Database database, String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static Database open(String url) {
        return Database.open(new DatabaseSettings(url, "sa", "", 5));
    }
}
