package io.xunjian.cli;

import io.xunjian.cluster.traffic.TrafficFiles;
import io.xunjian.rules.event.Stream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Synthetic events to try things on. */
@Command(
        name = "traffic",
        mixinStandardHelpOptions = true,
        description = "Writes the events of a simulated marketplace to files, the same for the same seed.",
        sortOptions = false)
final class TrafficCommand implements Callable<Integer> {

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where <stream>.jsonl go.")
    private Path out;

    @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "Default: ${DEFAULT-VALUE}")
    private int days;

    @Option(names = "--shops", paramLabel = "N", defaultValue = "200", description = "Default: ${DEFAULT-VALUE}")
    private int shops;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            defaultValue = "2025-06-01T00:00:00Z",
            description = "When the marketplace opens. Default: ${DEFAULT-VALUE}")
    private Instant start;

    @Override
    public Integer call() throws Exception {
        Map<Stream, Long> written = TrafficFiles.write(out, seed, start, Duration.ofDays(days), shops);
        written.forEach((stream, records) -> System.out.printf("%-12s%,12d records%n", stream.topic(), records));
        return 0;
    }
}
