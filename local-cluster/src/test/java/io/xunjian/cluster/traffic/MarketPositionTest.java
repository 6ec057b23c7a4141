package io.xunjian.cluster.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketPositionTest {

    private static final Instant START = Instant.parse("2024-01-03T00:00:00Z");
    private static final MarketPosition FRESH = MarketPosition.before(5, START, 20);

    @TempDir
    private Path folder;

    @Test
    void whatIsKeptIsReadAgain() throws IOException {
        MarketPosition reached = FRESH.at(START.plusMillis(123_456));
        reached.write(file());
        reached.write(file());
        assertThat(MarketPosition.read(file(), FRESH)).isEqualTo(reached);
        assertThat(folder.toFile().list()).containsExactly("traffic.position");
    }

    @Test
    void withoutAFileItIsTheOther() throws IOException {
        assertThat(MarketPosition.read(file(), FRESH)).isSameAs(FRESH);
    }

    @Test
    void aFreshMarketBeginsWithItsFirstRecord() {
        assertThat(FRESH.open().next().value())
                .isEqualTo(new Market(5, START, 20).next().value());
    }

    private Path file() {
        return folder.resolve("traffic.position");
    }
}
