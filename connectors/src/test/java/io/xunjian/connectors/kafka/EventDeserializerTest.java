package io.xunjian.connectors.kafka;

import static io.xunjian.rules.testing.Times.MINUTE;
import static io.xunjian.rules.testing.Times.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.connectors.Received;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.Reason;
import io.xunjian.rules.testing.EventJson;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.Poison;
import io.xunjian.rules.testing.Records;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventDeserializerTest {

    private static final long BOUND = 5 * MINUTE;
    private static final byte[] HAPPENED_AT_NOON =
            EventJson.line(Histories.paid("A").at(NOON)).getBytes(StandardCharsets.UTF_8);

    @Test
    void anEventAheadOfItsRecordByTheBoundIsTaken() throws Exception {
        assertThat(receive(record("orders", HAPPENED_AT_NOON, NOON - BOUND)).event())
                .isNotNull();
        assertThat(receive(record("orders", HAPPENED_AT_NOON, NOON)).event()).isNotNull();
        assertThat(receive(record("orders", HAPPENED_AT_NOON, NOON + 999 * BOUND))
                        .event())
                .isNotNull();
    }

    @Test
    void anEventAheadByAMillisecondMoreIsFromTheFuture() throws Exception {
        Received received = receive(record("orders", HAPPENED_AT_NOON, NOON - BOUND - 1));
        assertThat(received.event()).isNull();
        assertThat(received.letter().reason()).isEqualTo(Reason.FROM_THE_FUTURE);
        assertThat(received.letter().field()).isEqualTo("eventTime");
        assertThat(received.letter().value()).isEqualTo(HAPPENED_AT_NOON);
        assertThat(received.letter().partition()).isEqualTo(3);
        assertThat(received.letter().position()).isEqualTo(17);
    }

    @Test
    void aHeartbeatFromTheFutureMovesNoWatermarkEither() throws Exception {
        byte[] beat = EventJson.line(Histories.heartbeat(NOON)).getBytes(StandardCharsets.UTF_8);
        Received received = receive(record("calls", beat, NOON - BOUND - 1));
        assertThat(received.letter().reason()).isEqualTo(Reason.FROM_THE_FUTURE);
        assertThat(received.instant()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void aRecordWithoutATimestampIsNotHeldAgainstItsEvent() throws Exception {
        assertThat(receive(record("orders", HAPPENED_AT_NOON, ConsumerRecord.NO_TIMESTAMP))
                        .event())
                .isNotNull();
    }

    @Test
    void aTombstoneIsEmptyAndHasNoValue() throws Exception {
        Received received = receive(record("orders", null, NOON));
        assertThat(received.letter().reason()).isEqualTo(Reason.EMPTY);
        assertThat(received.letter().value()).isNull();
        assertThat(received.letter().position()).isEqualTo(17);
        assertThat(receive(record("orders", new byte[0], NOON)).letter().value())
                .isEmpty();
    }

    @Test
    void nothingInARecordMakesItThrow() throws Exception {
        List<Poison> all = new ArrayList<>(Poison.notJson());
        all.addAll(Poison.duplicates());
        all.addAll(Poison.sizes());
        for (Poison poison : all) {
            Received received = receive(record(poison.stream().topic(), poison.value(), NOON));
            assertThat(received.letter().reason()).as(poison.name()).isEqualTo(poison.reason());
        }
    }

    @Test
    void eachTopicIsReadAsItsStream() throws Exception {
        for (Records.Good good : Records.all()) {
            byte[] value = good.json().getBytes(StandardCharsets.UTF_8);
            Received received = receive(record(good.stream().topic(), value, NOON));
            assertThat(received.stream()).isEqualTo(good.stream());
            assertThat(received.event()).as(good.toString()).isNotNull();
        }
        Received astray = receive(record("calls", HAPPENED_AT_NOON, NOON));
        assertThat(astray.letter().reason()).isEqualTo(Reason.UNKNOWN_TYPE);
        assertThat(receive(record("orders", HAPPENED_AT_NOON, NOON)).event().type())
                .isEqualTo(EventType.ORDER_PAID);
    }

    private static Received receive(ConsumerRecord<byte[], byte[]> record) throws Exception {
        Stream stream = Stream.valueOf(record.topic().toUpperCase(Locale.ROOT));
        EventDeserializer deserializer =
                InstantiationUtil.clone(new EventDeserializer(stream, BOUND, TypeInformation.of(Received.class)));
        List<Received> out = new ArrayList<>();
        deserializer.deserialize(record, new ListCollector<>(out));
        assertThat(out).hasSize(1);
        return out.get(0);
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, byte[] value, long timestamp) {
        return new ConsumerRecord<>(
                topic,
                3,
                17,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
