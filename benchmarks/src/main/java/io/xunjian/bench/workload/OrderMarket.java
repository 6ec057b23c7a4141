package io.xunjian.bench.workload;

import io.xunjian.rules.event.Stream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Orders and their shipments, the same for the same seed: paid over ten days, to 20,000 shops, with a promise of 48 hours;
 * 90 % ship in time, 6 % up to 72 hours late, 4 % never. A record stands up to 30 s before or after its time.
 */
final class OrderMarket {

    static final long START = Instant.parse("2025-06-01T00:00:00Z").toEpochMilli();
    static final long PROMISE = Duration.ofDays(2).toMillis();

    private static final long DAYS = Duration.ofDays(10).toMillis();
    private static final long LATEST_SHIPMENT = Duration.ofDays(5).toMillis();
    private static final long DISORDER = Duration.ofSeconds(30).toMillis();
    private static final int SHOPS = 20_000;
    private static final double IN_TIME = 0.90;
    private static final double SHIPS_AT_ALL = 0.96;
    private static final String[] CARRIERS = {"SF", "YTO", "ZTO", "STO", "JD", "EMS"};

    /** In a place of the order: an order's number takes the lower bits, the time of its place the upper ones. */
    private static final int NUMBER_BITS = 27;

    private static final long NEVER = Long.MAX_VALUE;

    private final long seed;
    private final int orders;

    OrderMarket(long seed, int orders) {
        this.seed = seed;
        this.orders = orders;
    }

    /** What becomes of one order; times in epoch ms, {@code shippedAt} may be {@link #NEVER}. */
    record Fate(long paidAt, long shippedAt, int shop, int amountFen) {}

    Fate fate(int order) {
        SplittableRandom dice = diceOf(order);
        long paidAt = START + (long) ((order + dice.nextDouble()) * DAYS / orders);
        double luck = dice.nextDouble();
        long shippedAt = luck < IN_TIME
                ? paidAt + (long) (dice.nextDouble() * PROMISE)
                : luck < SHIPS_AT_ALL
                        ? paidAt + PROMISE + 1 + (long) (dice.nextDouble() * (LATEST_SHIPMENT - PROMISE))
                        : NEVER;
        return new Fate(paidAt, shippedAt, dice.nextInt(SHOPS), 100 + dice.nextInt(100_000));
    }

    /** The greatest event time. */
    long horizon() {
        return IntStream.range(0, orders)
                .parallel()
                .mapToObj(this::fate)
                .mapToLong(fate -> fate.shippedAt == NEVER ? fate.paidAt : fate.shippedAt)
                .max()
                .orElseThrow();
    }

    /** Writes {@code orders.jsonl} and {@code shipments.jsonl}; gives the number of records. */
    long write(Path folder) throws IOException {
        Files.createDirectories(folder);
        return write(folder, Stream.ORDERS) + write(folder, Stream.SHIPMENTS);
    }

    private long write(Path folder, Stream stream) throws IOException {
        boolean isOfOrders = stream == Stream.ORDERS;
        long[] places = IntStream.range(0, orders)
                .parallel()
                .mapToLong(order -> place(order, isOfOrders))
                .filter(place -> place != NEVER)
                .toArray();
        Arrays.parallelSort(places);
        StringBuilder line = new StringBuilder(256);
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(stream.topic() + ".jsonl")), 1 << 20)) {
            for (long place : places) {
                line.setLength(0);
                int order = (int) (place & ((1 << NUMBER_BITS) - 1));
                if (isOfOrders) {
                    payment(order, line);
                } else {
                    shipment(order, line);
                }
                out.write(line.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return places.length;
    }

    private long place(int order, boolean isOfOrders) {
        Fate fate = fate(order);
        long at = isOfOrders ? fate.paidAt : fate.shippedAt;
        if (at == NEVER) {
            return NEVER;
        }
        SplittableRandom dice = new SplittableRandom(seed ^ ((isOfOrders ? 3L : 5L) << 40) ^ order);
        long displaced = at - START + DISORDER + (long) ((dice.nextDouble() * 2 - 1) * DISORDER);
        return (displaced << NUMBER_BITS) | order;
    }

    private SplittableRandom diceOf(int order) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + order);
    }

    private void payment(int order, StringBuilder line) {
        Fate fate = fate(order);
        line.append("{\"eventId\":\"p-").append(order).append("\",\"eventType\":\"ORDER_PAID\",\"eventTime\":");
        line.append(fate.paidAt).append(",\"orderId\":\"o-").append(order).append("\",\"shopId\":\"s-");
        line.append(fate.shop).append("\",\"promiseShipTime\":").append(fate.paidAt + PROMISE);
        line.append(",\"paidAmountFen\":").append(fate.amountFen).append('}');
    }

    private void shipment(int order, StringBuilder line) {
        Fate fate = fate(order);
        String carrier = CARRIERS[order % CARRIERS.length];
        line.append("{\"eventId\":\"d-").append(order).append("\",\"eventType\":\"SHIP_CONFIRMED\",\"eventTime\":");
        line.append(fate.shippedAt).append(",\"orderId\":\"o-").append(order).append("\",\"shopId\":\"s-");
        line.append(fate.shop).append("\",\"carrierCode\":\"").append(carrier).append("\",\"trackingNumber\":\"");
        line.append(carrier).append(7_000_000_000L + order).append("\",\"complete\":true}");
    }
}
