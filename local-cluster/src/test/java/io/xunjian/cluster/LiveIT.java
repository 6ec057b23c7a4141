package io.xunjian.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.NetAlert;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events through a real broker and a real Flink end with the alerts of the backtest, also when Flink is killed. */
class LiveIT {

    private static final List<String> RULES = List.of("LATE_SHIPMENT", "SHOP_CLOSURE");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private Broker broker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = Broker.start(FreePorts.brokerOn(folder.resolve("kafka")));
        Topics.create(broker.bootstrap());
        Files.createDirectories(folder.resolve("flink"));
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"at-least-once", "exactly-once"})
    void aLiveRunThatIsKilledInTheMiddleFindsWhatTheBacktestFinds(String delivery) throws Exception {
        Cases.Case mixed = Cases.named("mixed-2");
        History history = History.of(mixed.events(), 17);
        try (WatchProcess watch = watch(delivery)) {
            history.send(broker.bootstrap(), 0, 0.6);
            await(watch, alerts -> alerts.size() > 50);
            watch.kill();
        }
        history.send(broker.bootstrap(), 0.6, 1);
        List<NetAlert> expected = mixed.expected(RULES);
        List<NetAlert> seen;
        try (WatchProcess watch = watch(delivery)) {
            seen = await(watch, alerts -> net(alerts, history.horizon()).equals(expected));
        }
        assertThat(net(seen, history.horizon())).isEqualTo(expected);
        if (delivery.equals("exactly-once")) {
            assertThat(new HashSet<>(seen)).as("each state of an alert once").hasSameSizeAs(seen);
        }
        assertThat(count(Topics.DEAD_LETTERS)).isGreaterThanOrEqualTo(27);
        assertThat(count(Topics.LATE_EVENTS)).isZero();
    }

    @Test
    void aLiveRunThatIsLeftAloneFindsWhatTheBacktestFinds() throws Exception {
        Cases.Case boundaries = Cases.named("late-shipment-boundaries");
        History history = History.of(boundaries.events(), 3);
        history.send(broker.bootstrap(), 0, 1);
        List<NetAlert> expected = boundaries.expected(RULES);
        try (WatchProcess watch = watch("at-least-once")) {
            List<NetAlert> seen =
                    await(watch, alerts -> net(alerts, history.horizon()).equals(expected));
            assertThat(net(seen, history.horizon())).isEqualTo(expected);
        }
    }

    private WatchProcess watch(String delivery) throws IOException {
        return WatchProcess.start(
                folder.resolve("flink"),
                "--bootstrap",
                broker.bootstrap(),
                "--delivery",
                delivery,
                "--disorder",
                Duration.ofMillis(History.DISORDER_MS).toString(),
                "--checkpoint-interval",
                "PT0.5S");
    }

    private static List<NetAlert> net(List<NetAlert> alerts, long horizon) {
        return NetAlert.net(alerts).stream()
                .filter(alert -> alert.raisedAt() <= horizon)
                .toList();
    }

    /** Reads all alerts until they are as they should be; gives up after a while, with what there was. */
    private List<NetAlert> await(WatchProcess watch, Predicate<List<NetAlert>> isDone) throws IOException {
        List<NetAlert> alerts = new ArrayList<>();
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(Topics.ALERTS, Topics.PARTITIONS)) {
            while (!isDone.test(alerts) && System.nanoTime() < giveUpAt) {
                assertThat(watch.isAlive()).as("Flink runs; see watch.log").isTrue();
                for (ConsumerRecord<byte[], byte[]> alert : consumer.poll(Duration.ofMillis(200))) {
                    alerts.add(NetAlert.of(new String(alert.value(), StandardCharsets.UTF_8)));
                }
            }
        }
        return alerts;
    }

    private long count(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic, 1)) {
            int records = 0;
            int found;
            do {
                found = consumer.poll(Duration.ofSeconds(2)).count();
                records += found;
            } while (found > 0);
            return records;
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(String topic, int partitions) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            all.add(new TopicPartition(topic, i));
        }
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return consumer;
    }
}
