package io.xunjian.cli.chaos;

import io.xunjian.cluster.traffic.Market;
import io.xunjian.cluster.traffic.TrafficRecord;
import io.xunjian.rules.event.Stream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a scenario sends, in the order of sending.
 *
 * @param records by the time of sending
 * @param horizon epoch ms: none of them happened later
 */
record Load(List<TrafficRecord> records, long horizon) {

    private static final Instant START = Instant.parse("2025-05-31T16:00:00Z");

    /** A market's heartbeat of every minute would be most of what is sent. */
    private static final long HEARTBEAT_EVERY_MS = Duration.ofMinutes(20).toMillis();

    /** So many days of a market. */
    static Load market(long seed, int shops, int days) {
        Market market = new Market(seed, START, shops);
        long end = START.plus(Duration.ofDays(days)).toEpochMilli();
        List<TrafficRecord> records = new ArrayList<>();
        while (market.nextAt() < end) {
            TrafficRecord record = market.next();
            boolean isBeat = record.kind() == TrafficRecord.Kind.HEARTBEAT;
            if (!isBeat || record.eventTime() % HEARTBEAT_EVERY_MS == 0) {
                records.add(record);
            }
        }
        return new Load(records, end);
    }

    /** Writes a folder of events, as a backtest reads it. */
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<Stream, OutputStream> files = new EnumMap<>(Stream.class);
        try {
            for (Stream stream : Stream.values()) {
                Path file = folder.resolve(stream.topic() + ".jsonl");
                files.put(stream, new BufferedOutputStream(Files.newOutputStream(file)));
            }
            for (TrafficRecord record : records) {
                files.get(record.stream()).write(record.value());
                files.get(record.stream()).write('\n');
            }
        } finally {
            for (OutputStream file : files.values()) {
                file.close();
            }
        }
        return folder;
    }
}
