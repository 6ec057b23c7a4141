package io.xunjian.cluster.traffic;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Properties;

/**
 * A market and how far it was sent. As a file: {@code name=value}, a line each.
 *
 * @param sentUpTo simulated time: what is sent up to then was sent, that instant included
 */
public record MarketPosition(long seed, Instant start, int shops, Instant sentUpTo) {

    /** Before the first record. */
    public static MarketPosition before(long seed, Instant start, int shops) {
        return new MarketPosition(seed, start, shops, start.minusMillis(1));
    }

    /** What the file says, or {@code otherwise} where there is none. */
    public static MarketPosition read(Path file, MarketPosition otherwise) throws IOException {
        if (!Files.exists(file)) {
            return otherwise;
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        return new MarketPosition(
                Long.parseLong(lines.getProperty("seed")),
                Instant.parse(lines.getProperty("start")),
                Integer.parseInt(lines.getProperty("shops")),
                Instant.parse(lines.getProperty("sentUpTo")));
    }

    /** Replaces the file in one step. */
    void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(
                unfinished, "seed=%d\nstart=%s\nshops=%d\nsentUpTo=%s\n".formatted(seed, start, shops, sentUpTo));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The market, where its next record is the first that was not sent. */
    Market open() {
        Market market = new Market(seed, start, shops);
        market.skipTo(sentUpTo);
        return market;
    }

    MarketPosition at(Instant reached) {
        return new MarketPosition(seed, start, shops, reached);
    }
}
