package io.xunjian.cli.chaos;

import io.xunjian.cluster.traffic.TrafficRecord;
import io.xunjian.rules.event.Stream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Loads that are a fault by themselves. */
final class SpecialLoads {

    private static final int MANY = 1_000_000;
    private static final int MANY_IN_SHORT = 100_000;
    private static final long PAID = Instant.parse("2025-06-01T02:00:00Z").toEpochMilli();
    private static final long DUE = PAID + Duration.ofDays(2).toMillis();
    private static final int SHOPS = 997;

    private SpecialLoads() {}

    /** A market, and many records among its own that are no events. */
    static Load malformed(long seed, boolean isShort) {
        Load market = Load.market(seed, 20, 10);
        Random dice = new Random(seed);
        int toEach = (isShort ? MANY_IN_SHORT : MANY) / market.records().size() + 1;
        List<TrafficRecord> records = new ArrayList<>();
        for (TrafficRecord record : market.records()) {
            records.add(record);
            for (int i = 0; i < toEach; i++) {
                records.add(bad(record, broken(record.value(), dice)));
            }
        }
        return new Load(records, market.horizon());
    }

    private static TrafficRecord bad(TrafficRecord record, byte[] value) {
        return new TrafficRecord(
                record.stream(),
                record.partition(),
                record.key(),
                value,
                record.eventTime(),
                record.sentAt(),
                TrafficRecord.Kind.BAD);
    }

    /** Never an event, whatever the dice say: a replay of files takes some that a live job refuses for their record's time. */
    private static byte[] broken(byte[] json, Random dice) {
        String text = new String(json, StandardCharsets.UTF_8);
        return switch (dice.nextInt(5)) {
            case 0 -> Arrays.copyOf(json, 1 + dice.nextInt(json.length - 1));
            case 1 -> (text + "]").getBytes(StandardCharsets.UTF_8);
            case 2 -> text.replace("\"eventType\":\"", "\"eventType\":\"NO_").getBytes(StandardCharsets.UTF_8);
            case 3 -> text.replace("\"eventTime\":", "\"eventTime\":-").getBytes(StandardCharsets.UTF_8);
            default -> garbage(dice);
        };
    }

    /** No line feed, which ends a line of a file, and no object. */
    private static byte[] garbage(Random dice) {
        byte[] bytes = new byte[1 + dice.nextInt(60)];
        dice.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '\n' || bytes[i] == '\r' ? (byte) 'x' : bytes[i];
        }
        bytes[0] = 'x';
        return bytes;
    }

    /** Many orders that are to ship by the same instant, of which none does. */
    static Load timers(long seed, boolean isShort) {
        Random dice = new Random(seed);
        List<TrafficRecord> records = new ArrayList<>();
        int orders = isShort ? MANY_IN_SHORT : MANY;
        for (int i = 0; i < orders; i++) {
            long paid = PAID + i / 100;
            String order = "o-" + seed + '-' + i;
            String json = ("{\"eventId\":\"e-%s\",\"eventType\":\"ORDER_PAID\",\"eventTime\":%d,\"orderId\":\"%s\","
                            + "\"shopId\":\"s-%d\",\"promiseShipTime\":%d}")
                    .formatted(order, paid, order, dice.nextInt(SHOPS), DUE);
            records.add(new TrafficRecord(
                    Stream.ORDERS,
                    TrafficRecord.BY_KEY,
                    order,
                    json.getBytes(StandardCharsets.UTF_8),
                    paid,
                    paid,
                    TrafficRecord.Kind.FACT));
        }
        return new Load(records, DUE + Duration.ofHours(1).toMillis());
    }
}
