package io.xunjian.bench.workload;

import io.xunjian.cluster.traffic.TrafficFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * What is judged: a folder of events, made once, the same every time.
 *
 * @param name {@code W1}, {@code W2}, {@code W3-4m}
 * @param folder where its files are
 * @param size orders of an order market, shops of a full one
 */
public record Workload(String name, Path folder, Kind kind, int size) {

    private static final long SEED = 20260801;
    private static final Duration FULL_LENGTH = Duration.ofDays(30);

    /** What happens in it. */
    public enum Kind {
        /** Orders and shipments: late shipments, whose truth is known from the orders' fates. */
        ORDERS,
        /** All six streams: every rule. */
        FULL
    }

    /** Writes the files where they are missing. */
    public void make() throws IOException {
        Path whole = folder.resolve(".whole");
        if (Files.exists(whole)) {
            return;
        }
        if (kind == Kind.ORDERS) {
            new OrderMarket(SEED, size).write(folder);
        } else {
            TrafficFiles.write(folder, SEED, Instant.ofEpochMilli(OrderMarket.START), FULL_LENGTH, size);
        }
        Files.createFile(whole);
    }

    /** The late shipments that are in an order market. */
    public NetAlerts truth() {
        return Truth.of(new OrderMarket(SEED, size), size);
    }

    /** The greatest event time of an order market, epoch ms. */
    public long horizon() {
        return new OrderMarket(SEED, size).horizon();
    }
}
