package io.xunjian.cluster;

import static io.xunjian.rules.testing.Times.DAY;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventBuilder;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.testing.EventJson;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.NetAlert;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heartbeats without events are an absence; nothing at all is an outage, and no absence. */
class SilenceIT {

    private static final Event PAID = Histories.paid("A").promising(NOON + DAY).at(NOON);
    private static final Event GRANTED = new EventBuilder()
            .type(EventType.CATEGORY_GRANTED)
            .eventId("granted")
            .eventTime(NOON)
            .providerId("P")
            .categoryCode("AGENCY_OPERATION")
            .build();
    private static final long LONG_AFTER = NOON + 200 * DAY;

    @TempDir
    private Path folder;

    private LiveRun live;

    @BeforeEach
    void start() throws Exception {
        live = LiveRun.in(folder);
    }

    @AfterEach
    void end() {
        live.close();
    }

    @Test
    void aRuleWaitsForTheStreamsThatItRestsOnAndForNoOther() throws Exception {
        send(PAID);
        send(GRANTED);
        heartbeats(LONG_AFTER, EnumSet.of(Stream.ORDERS, Stream.PROVIDERS, Stream.SETTLEMENTS));
        try (WatchProcess watch = watch()) {
            assertThat(rules(live.topics().alerts(watch, alerts -> !alerts.isEmpty())))
                    .as("shipments are an outage, calls and complaints are not asked")
                    .containsExactly("PROVIDER_INACTIVE");
            awaitLog("The stream shipments stands still");
            assertThat(live.log())
                    .contains("LATE_SHIPMENT, SHOP_CLOSURE")
                    .containsOnlyOnce("stream shipments stands still");
            heartbeats(LONG_AFTER, EnumSet.of(Stream.SHIPMENTS));
            List<NetAlert> all = live.topics().alerts(watch, alerts -> alerts.size() == 5);
            assertThat(rules(all)).containsExactly("LATE_SHIPMENT", "PROVIDER_INACTIVE", "SHOP_CLOSURE");
            awaitLog("The stream shipments moves on");
        }
    }

    @Test
    void aStreamThatIsNotExpectedIsNotWaitedForAndItsEventsCount() throws Exception {
        Event inTime = Histories.shipped("B").at(NOON + HOUR);
        send(PAID);
        send(Histories.paid("B").promising(NOON + DAY).at(NOON));
        send(inTime);
        try (WatchProcess watch = watch("--expect-streams", "orders,calls")) {
            heartbeats(LONG_AFTER, EnumSet.of(Stream.ORDERS));
            List<NetAlert> all = live.topics()
                    .alerts(
                            watch,
                            alerts -> NetAlert.net(alerts).size() == 4
                                    && rules(alerts).contains("SHOP_CLOSURE"));
            assertThat(rules(all)).containsExactly("LATE_SHIPMENT", "SHOP_CLOSURE");
            assertThat(NetAlert.net(all)).noneMatch(alert -> alert.alertId().startsWith("LATE_SHIPMENT:B"));
        }
    }

    private static Set<String> rules(List<NetAlert> alerts) {
        return alerts.stream().map(NetAlert::ruleCode).collect(Collectors.toCollection(TreeSet::new));
    }

    private WatchProcess watch(String... more) throws IOException {
        List<String> settings = new ArrayList<>(List.of("--disorder", "PT1S", "--still-after", "PT2S"));
        settings.addAll(List.of(more));
        return live.watch(settings.toArray(String[]::new));
    }

    private void awaitLog(String text) throws Exception {
        for (int i = 0; i < 300 && !live.log().contains(text); i++) {
            Thread.sleep(100);
        }
        assertThat(live.log()).contains(text);
    }

    private void heartbeats(long at, Set<Stream> streams) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (Stream stream : streams) {
                for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                    Event beat = new EventBuilder()
                            .type(EventType.HEARTBEAT)
                            .eventId("beat-" + stream + partition + at)
                            .eventTime(at)
                            .build();
                    send(stream, partition, beat, producer);
                }
            }
        }
    }

    private void send(Event event) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            send(event.type().stream(), 0, event, producer);
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", live.bootstrap()), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what is not taken is missed by the test
    private static void send(Stream stream, int partition, Event event, KafkaProducer<byte[], byte[]> producer) {
        byte[] value = EventJson.line(event).getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(stream.topic(), partition, event.eventTime(), null, value));
    }
}
