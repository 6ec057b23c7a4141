package io.xunjian.cli;

import java.nio.file.Path;

/** Flink's and Kafka's log lines: in a file beside the data, or nowhere. */
final class Logs {

    private Logs() {}

    /** To be called before anything logs. */
    static void to(Path folder) {
        System.setProperty("xunjian.log", folder.resolve("flink.log").toString());
        System.setProperty("xunjian.log.level", "info");
    }
}
