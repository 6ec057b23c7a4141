package io.xunjian.cluster.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.xunjian.cluster.Topics;
import io.xunjian.cluster.traffic.TrafficRecord.Kind;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.EventDecoder;
import io.xunjian.rules.json.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MarketTest {

    private static final Instant START = Instant.parse("2024-01-03T00:00:00Z");
    private static final int SHOPS = 200;
    private static final Duration TEN_DAYS = Duration.ofDays(10);

    private static List<TrafficRecord> tenDays;

    @BeforeAll
    static void liveTenDays() {
        tenDays = sent(market(7), TEN_DAYS);
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(texts(sent(market(7), Duration.ofDays(3)))).isEqualTo(texts(sent(market(7), Duration.ofDays(3))));
        assertThat(texts(sent(market(7), Duration.ofDays(1)))).isNotEqualTo(texts(sent(market(8), Duration.ofDays(1))));
    }

    @Test
    void toContinueIsToRunThrough() {
        List<TrafficRecord> all = sent(market(7), Duration.ofDays(4));
        for (int cut : new int[] {0, 1, 1_000, all.size() / 2, all.size() - 1}) {
            Instant sentUpTo = Instant.ofEpochMilli(all.get(cut).sentAt());
            Market continued = market(7);
            continued.skipTo(sentUpTo);
            List<TrafficRecord> rest = all.stream()
                    .filter(record -> record.sentAt() > sentUpTo.toEpochMilli())
                    .toList();
            assertThat(texts(sent(continued, Duration.ofDays(4)))).isEqualTo(texts(rest));
        }
    }

    @Test
    void nothingIsSentBeforeItHappenedAndLittleLongAfter() {
        long before = START.toEpochMilli();
        for (TrafficRecord record : tenDays) {
            assertThat(record.sentAt()).isGreaterThanOrEqualTo(Math.max(before, record.eventTime()));
            before = record.sentAt();
            long happened = Math.max(START.toEpochMilli(), record.eventTime());
            long patience = record.kind() == Kind.REDELIVERY ? 3_630_000 : 30_000;
            assertThat(record.sentAt() - happened).isLessThanOrEqualTo(patience);
        }
    }

    @Test
    void everyRecordIsAnEventUnlessItIsMadeBad() {
        Map<Stream, EventDecoder> decoders = decoders();
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        for (TrafficRecord record : tenDays) {
            EventDecoder decoder = decoders.get(record.stream());
            Event event = decoder.decode(record.value(), 0, record.value().length);
            assertThat(event == null)
                    .as(() -> record.kind() + " " + text(record) + " " + decoder.reason())
                    .isEqualTo(record.kind() == Kind.BAD);
            assertThat(text(record)).doesNotContain("\n");
            if (event == null) {
                reasons.add(decoder.reason());
            } else {
                assertThat(event.eventTime()).isEqualTo(record.eventTime());
            }
        }
        assertThat(decoders.values()).allMatch(decoder -> decoder.ignoredFields() == 0);
        assertThat(reasons)
                .containsExactlyInAnyOrder(
                        Reason.NOT_JSON,
                        Reason.DUPLICATE_FIELD,
                        Reason.MISSING_FIELD,
                        Reason.INVALID_FIELD,
                        Reason.UNKNOWN_TYPE,
                        Reason.TIME_OUT_OF_RANGE);
    }

    @Test
    void everyTypeOfEventOccursWithinTenDays() {
        Set<EventType> missing = EnumSet.complementOf(EnumSet.of(EventType.FINDING));
        facts(tenDays).forEach(event -> missing.remove(event.type()));
        missing.remove(EventType.HEARTBEAT);
        assertThat(missing).isEmpty();
    }

    @Test
    void aFactIsToldOnceButForItsRedelivery() {
        Set<String> told = new HashSet<>();
        for (TrafficRecord record : tenDays) {
            if (record.kind() == Kind.FACT) {
                assertThat(told.add(event(record).eventId()))
                        .as(() -> text(record))
                        .isTrue();
            }
        }
    }

    @Test
    void aHeartbeatReachesEveryPartitionEveryMinute() {
        Map<String, Integer> heartbeats = new HashMap<>();
        for (TrafficRecord record : sent(market(7), Duration.ofDays(1))) {
            if (record.kind() == Kind.HEARTBEAT) {
                heartbeats.merge(record.stream() + " " + record.partition(), 1, Integer::sum);
            } else {
                assertThat(record.key()).isNotEmpty();
            }
        }
        assertThat(heartbeats).hasSize(Stream.values().length * Topics.PARTITIONS);
        assertThat(heartbeats.values()).containsOnly(24 * 60);
    }

    @Test
    void aDayHasTwoThousandOrdersOfAllShopsAndAFewAccidents() {
        List<Event> paid = facts(tenDays).stream()
                .filter(event -> event.type() == EventType.ORDER_PAID)
                .toList();
        double facts = count(tenDays, Kind.FACT);
        assertThat(paid.size() / 10.0).isCloseTo(2_000, within(100.0));
        assertThat(paid.stream().map(Event::shopId).distinct()).hasSize(SHOPS);
        assertThat(count(tenDays, Kind.REDELIVERY) / facts).isCloseTo(0.01, within(0.001));
        assertThat(count(tenDays, Kind.BAD) / facts).isCloseTo(0.002, within(0.0005));
    }

    @Test
    void aMarketHasFourShopsAtLeast() {
        assertThat(sent(new Market(7, START, 4), TEN_DAYS)).isNotEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Market(7, START, 3));
    }

    private static Market market(long seed) {
        return new Market(seed, START, SHOPS);
    }

    private static List<TrafficRecord> sent(Market market, Duration length) {
        List<TrafficRecord> sent = new ArrayList<>();
        while (market.nextAt() < START.plus(length).toEpochMilli()) {
            sent.add(market.next());
        }
        return sent;
    }

    private static List<String> texts(List<TrafficRecord> records) {
        return records.stream()
                .map(record -> record.sentAt() + " " + record.stream() + " " + record.partition() + " " + record.key()
                        + " " + text(record))
                .toList();
    }

    private static String text(TrafficRecord record) {
        return new String(record.value(), StandardCharsets.ISO_8859_1);
    }

    private static long count(List<TrafficRecord> records, Kind kind) {
        return records.stream().filter(record -> record.kind() == kind).count();
    }

    private static List<Event> facts(List<TrafficRecord> records) {
        return records.stream()
                .filter(record -> record.kind() == Kind.FACT)
                .map(MarketTest::event)
                .toList();
    }

    private static Event event(TrafficRecord record) {
        return new EventDecoder(record.stream()).decode(record.value(), 0, record.value().length);
    }

    private static Map<Stream, EventDecoder> decoders() {
        Map<Stream, EventDecoder> decoders = new EnumMap<>(Stream.class);
        for (Stream stream : Stream.values()) {
            decoders.put(stream, new EventDecoder(stream));
        }
        return decoders;
    }
}
