package io.xunjian.rules.json;

import static io.xunjian.rules.testing.Records.json;
import static io.xunjian.rules.testing.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.event.CallDirection;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.OrderType;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.testing.EventJson;
import io.xunjian.rules.testing.Poison;
import io.xunjian.rules.testing.PoisonFields;
import io.xunjian.rules.testing.RandomHistory;
import io.xunjian.rules.testing.Records;
import io.xunjian.rules.testing.RoundTrip;
import io.xunjian.rules.testing.Seeds;
import io.xunjian.rules.testing.Times;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventDecoderTest {

    private static final String HEARTBEAT = record(EventType.HEARTBEAT, "");

    @ParameterizedTest
    @MethodSource({
        "io.xunjian.rules.testing.Poison#notJson",
        "io.xunjian.rules.testing.Poison#duplicates",
        "io.xunjian.rules.testing.Poison#sizes",
        "io.xunjian.rules.testing.PoisonFields#unknownTypes",
        "io.xunjian.rules.testing.PoisonFields#outOfRange"
    })
    void aPoisonousRecordIsRefusedForItsReason(Poison poison) {
        assertRefused(poison);
    }

    @Test
    void everyRequiredFieldThatIsMissingIsTold() {
        assertAllRefused(PoisonFields.missing());
    }

    @Test
    void everyFieldThatHasNoSuchValueIsTold() {
        assertAllRefused(PoisonFields.invalid());
    }

    @ParameterizedTest
    @MethodSource("io.xunjian.rules.testing.Records#all")
    void everyTypeIsReadWithAllItsFields(Records.Good good) {
        EventDecoder decoder = new EventDecoder(good.stream());
        Event event = decode(decoder, good.json());
        assertThat(event).as("%s %s", decoder.reason(), decoder.field()).isNotNull();
        assertThat(decoder.ignoredFields()).isZero();
        assertThat(event.type()).isEqualTo(good.type());
        assertThat(fieldsThatRulesUse(good.json())).isEqualTo(fieldsThatRulesUse(EventJson.line(event)));
        assertThat(RoundTrip.of(Event.CODEC, event)).isEqualTo(event);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Seeds.each(500, (seed, random) -> {
            for (Event event : RandomHistory.of(random)) {
                assertThat(decode(event.type().stream(), EventJson.line(event))).isEqualTo(event);
                assertThat(RoundTrip.of(Event.CODEC, event)).isEqualTo(event);
            }
        });
    }

    @Test
    void whatIsAbsentOrNullHasItsDefault() {
        for (String absent :
                List.of("", ",'orderType':null,'promiseShipTime':null,'paidAmountFen':null,'buyerId':null")) {
            Event paid = decode(Stream.ORDERS, record(EventType.ORDER_PAID, "'orderId':'O1','shopId':'S1'" + absent));
            assertThat(paid.orderType()).isEqualTo(OrderType.NORMAL);
            assertThat(paid.promiseShipTime()).isEqualTo(Event.ABSENT);
        }
        String parcel = "'orderId':'O1','shopId':'S1','carrierCode':'SF','trackingNumber':'1'";
        assertThat(decode(Stream.SHIPMENTS, record(EventType.SHIP_CONFIRMED, parcel))
                        .complete())
                .isTrue();
        assertThat(decode(Stream.SHIPMENTS, record(EventType.SHIP_CONFIRMED, parcel + ",'complete':null"))
                        .complete())
                .isTrue();
        Event call =
                decode(Stream.CALLS, record(EventType.CALL_ATTEMPT, "'shopId':'S1','source':'BUYER','result':'BUSY'"));
        assertThat(call.caseId()).isEmpty();
        assertThat(call.direction()).isEqualTo(CallDirection.IN);
        assertThat(call.talkSeconds()).isEqualTo(Event.ABSENT);
        Event trace = decode(
                Stream.SHIPMENTS,
                record(EventType.TRACE_NODE, "'carrierCode':'SF','trackingNumber':'1','node':'SIGNED','orderId':null"));
        assertThat(trace.orderId()).isNull();
    }

    @Test
    void fieldsThatTheContractDoesNotNameAreIgnoredAndCounted() {
        EventDecoder decoder = new EventDecoder(Stream.ORDERS);
        decode(decoder, record(EventType.HEARTBEAT, "'a':1,'b':{'c':[1,{}],'d':null},'e':'f'"));
        assertThat(decoder.ignoredFields()).isEqualTo(3);
        decode(decoder, record(EventType.HEARTBEAT, "'orderId':'named for other types','liable':[]"));
        assertThat(decoder.ignoredFields()).isEqualTo(5);
        decode(decoder, "{\"a\":1}");
        assertThat(decoder.ignoredFields()).isEqualTo(5);
    }

    @Test
    void aRecordAtEveryLimitIsAnEvent() {
        assertAccepted(Poison.padded(EventDecoder.LARGEST));
        assertAccepted(record(EventType.HEARTBEAT, "'a':" + "[".repeat(63) + "]".repeat(63)));
        assertAccepted(record(EventType.HEARTBEAT, "'a':" + "{'a':".repeat(63) + "1" + "}".repeat(63)));
        assertAccepted(record(EventType.HEARTBEAT, "'a':" + "1".repeat(100)));
        assertAccepted(record(EventType.HEARTBEAT, "'a':-" + "1".repeat(100)));
        assertAccepted(record(EventType.HEARTBEAT, "'a':" + "1".repeat(50) + "." + "1".repeat(50)));
        assertAccepted(HEARTBEAT.replace("e1", "x".repeat(128)));
        assertAccepted(HEARTBEAT.replace("e1", "\uD83D\uDE9A".repeat(128)));
        assertAccepted(HEARTBEAT.replace("e1", "\\ud83d\\ude9a"));
        assertAccepted(" \r\n\t" + HEARTBEAT + " \r\n\t");
        assertAccepted(record(EventType.HEARTBEAT, "'" + "n".repeat(60_000) + "':1"));
    }

    @Test
    void theFirstAndTheLastInstantAreInRange() {
        assertThat(timeOf("946684800000")).isEqualTo(946_684_800_000L);
        assertThat(timeOf("4102444800000")).isEqualTo(4_102_444_800_000L);
        assertThat(timeOf("'2000-01-01T08:00:00+08:00'")).isEqualTo(946_684_800_000L);
        assertThat(timeOf("'2100-01-01T00:00:00Z'")).isEqualTo(4_102_444_800_000L);
    }

    @Test
    void anInstantMayBeTextWithAnOffset() {
        assertThat(timeOf("'2022-08-01T12:00:00+08:00'")).isEqualTo(Times.NOON);
        assertThat(timeOf("'2022-08-01T04:00:00Z'")).isEqualTo(Times.NOON);
        assertThat(timeOf("'2022-08-01t04:00:00z'")).isEqualTo(Times.NOON);
        assertThat(timeOf("'2022-07-31T20:30:00-07:30'")).isEqualTo(Times.NOON);
        assertThat(timeOf("'2022-08-01T04:00:00-00:00'")).isEqualTo(Times.NOON);
        assertThat(timeOf("'2022-08-01T12:00:00.1+08:00'")).isEqualTo(Times.NOON + 100);
        assertThat(timeOf("'2022-08-01T12:00:00.123456789123+08:00'")).isEqualTo(Times.NOON + 123);
        assertThat(timeOf("'2020-02-29T00:00:00Z'")).isEqualTo(Times.at("2020-02-29T00:00:00Z"));
    }

    @Test
    void aRecordMayLieAnywhereInItsBytes() {
        byte[] bytes = ("xx" + HEARTBEAT + "yy").getBytes(StandardCharsets.UTF_8);
        assertThat(new EventDecoder(Stream.ORDERS).decode(bytes, 2, bytes.length - 4))
                .isNotNull();
        assertThat(new EventDecoder(Stream.ORDERS).decode(bytes, 2, bytes.length - 2))
                .isNull();
        assertThat(new EventDecoder(Stream.ORDERS).decode(bytes, 2, bytes.length - 5))
                .isNull();
    }

    @Test
    void aRefusedRecordLeavesNothingBehindForTheNext() {
        EventDecoder decoder = new EventDecoder(Stream.ORDERS);
        String full = Records.all().get(0).json();
        assertThat(decode(decoder, full.replace("\"O1\"", "\"\""))).isNull();
        assertThat(decode(decoder, HEARTBEAT)).isEqualTo(decode(Stream.ORDERS, HEARTBEAT));
        assertThat(decoder.reason()).isNull();
        assertThat(decoder.field()).isNull();
    }

    private static String fieldsThatRulesUse(String json) {
        List<String> unused = List.of("paidAmountFen", "buyerId", "reason", "carrierCode", "trackingNumber");
        List<String> unusedToo = List.of("consigneeKey", "regionCode", "compensationFen");
        return Arrays.stream(json.substring(1, json.length() - 1).split(",", -1))
                .filter(entry -> unused.stream().noneMatch(entry::contains))
                .filter(entry -> unusedToo.stream().noneMatch(entry::contains))
                .sorted()
                .toList()
                .toString();
    }

    private static void assertAllRefused(List<Poison> table) {
        assertThat(table).hasSizeGreaterThan(100);
        SoftAssertions softly = new SoftAssertions();
        table.forEach(poison -> softly.check(() -> assertRefused(poison)));
        softly.assertAll();
    }

    private static void assertRefused(Poison poison) {
        EventDecoder decoder = new EventDecoder(poison.stream());
        assertThat(decoder.decode(poison.value(), 0, poison.value().length))
                .as(poison.name())
                .isNull();
        assertThat(decoder.reason()).as(poison.name()).isEqualTo(poison.reason());
        assertThat(decoder.field()).as(poison.name()).isEqualTo(poison.field());
    }

    private static void assertAccepted(String record) {
        EventDecoder decoder = new EventDecoder(Stream.ORDERS);
        assertThat(decode(decoder, record)).as("%s", decoder.reason()).isNotNull();
    }

    private static long timeOf(String value) {
        return decode(Stream.ORDERS, json("{'eventId':'e1','eventType':'HEARTBEAT','eventTime':" + value + "}"))
                .eventTime();
    }

    private static Event decode(Stream stream, String record) {
        return decode(new EventDecoder(stream), record);
    }

    private static Event decode(EventDecoder decoder, String record) {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        return decoder.decode(bytes, 0, bytes.length);
    }
}
