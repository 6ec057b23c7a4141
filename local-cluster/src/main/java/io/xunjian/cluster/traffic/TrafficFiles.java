package io.xunjian.cluster.traffic;

import io.xunjian.rules.event.Stream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** A market's records as files: {@code <stream>.jsonl}, a line for each record, in the order of sending. */
public final class TrafficFiles implements AutoCloseable {

    private final Map<Stream, OutputStream> files = new EnumMap<>(Stream.class);
    private final Map<Stream, Long> written = new EnumMap<>(Stream.class);

    private TrafficFiles(Path dir) throws IOException {
        Files.createDirectories(dir);
        for (Stream stream : Stream.values()) {
            files.put(stream, new BufferedOutputStream(Files.newOutputStream(unfinished(dir, stream)), 1 << 16));
            written.put(stream, 0L);
        }
    }

    /** Writes what is sent within so long from the start. Returns how many records each stream has. */
    public static Map<Stream, Long> write(Path dir, long seed, Instant start, Duration length, int shops)
            throws IOException {
        Market market = new Market(seed, start, shops);
        long end = start.plus(length).toEpochMilli();
        Map<Stream, Long> written;
        try (TrafficFiles files = new TrafficFiles(dir)) {
            while (market.nextAt() < end) {
                files.write(market.next());
            }
            written = files.written;
        }
        for (Stream stream : Stream.values()) {
            Files.move(
                    unfinished(dir, stream),
                    dir.resolve(stream.topic() + ".jsonl"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return written;
    }

    @Override
    public void close() throws IOException {
        for (OutputStream file : files.values()) {
            file.close();
        }
    }

    private void write(TrafficRecord record) throws IOException {
        OutputStream file = files.get(record.stream());
        file.write(record.value());
        file.write('\n');
        written.merge(record.stream(), 1L, Long::sum);
    }

    /** A file takes its name when it is whole. */
    private static Path unfinished(Path dir, Stream stream) {
        return dir.resolve("." + stream.topic() + ".jsonl.part");
    }
}
