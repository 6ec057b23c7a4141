package io.xunjian.cluster;

import java.nio.file.Path;
import java.time.Instant;

/**
 * How the demonstration runs.
 *
 * @param folder where everything it keeps lies
 * @param consolePort where the alert desk listens
 * @param isFresh whether to forget an earlier run
 * @param speed simulated seconds in a real one
 * @param seed of the traffic: the same seed makes the same marketplace
 */
public record DemoSettings(
        Path folder,
        boolean isFresh,
        int consolePort,
        int kafkaPort,
        int controllerPort,
        double speed,
        long seed,
        ScreenSettings screen) {

    /** When the simulated marketplace opens. */
    static final Instant OPENING = Instant.parse("2025-06-01T00:00:00Z");

    static final int SHOPS = 200;

    Path traffic() {
        return folder.resolve("traffic.properties");
    }

    Path console() {
        return folder.resolve("console");
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    Path flink() {
        return folder.resolve("flink");
    }
}
