package io.xunjian.cluster.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.event.Stream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficFilesTest {

    private static final Instant START = Instant.parse("2024-01-03T00:00:00Z");
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    @TempDir
    private Path folder;

    @Test
    void theFilesHaveWhatTheMarketSends() throws IOException {
        Map<Stream, Long> written = TrafficFiles.write(folder.resolve("traffic"), 5, START, TWO_DAYS, 20);
        for (Stream stream : Stream.values()) {
            byte[] bytes = Files.readAllBytes(folder.resolve("traffic").resolve(stream.topic() + ".jsonl"));
            assertThat(bytes).isEqualTo(sentOn(stream));
            assertThat(lines(bytes)).isEqualTo(written.get(stream)).isPositive();
        }
        assertThat(folder.resolve("traffic").toFile().list()).hasSize(Stream.values().length);
    }

    private static byte[] sentOn(Stream stream) {
        Market market = new Market(5, START, 20);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (market.nextAt() < START.plus(TWO_DAYS).toEpochMilli()) {
            TrafficRecord record = market.next();
            if (record.stream() == stream) {
                bytes.writeBytes(record.value());
                bytes.write('\n');
            }
        }
        return bytes.toByteArray();
    }

    private static long lines(byte[] bytes) {
        long lines = 0;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }
}
