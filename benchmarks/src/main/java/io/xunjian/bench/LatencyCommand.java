package io.xunjian.bench;

import io.xunjian.bench.latency.LiveLatency;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./xunjian bench latency}. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = {
            "Sends events at an even pace to a broker of its own and tells how long it takes, once the watermark can pass",
            "a breach, until its alert can be read: the live job as ./xunjian watch runs it, at least once, with a",
            "disorder bound of half a second. The first ten seconds are left out."
        },
        sortOptions = false)
final class LatencyCommand implements Callable<Integer> {

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Events per second. Default: ${DEFAULT-VALUE}")
    private int rate;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "60", description = "Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".xunjian/bench",
            description = "Default: ${DEFAULT-VALUE}")
    private Path data;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "19092",
            description = "Default: ${DEFAULT-VALUE}")
    private int port;

    @Parameters(paramLabel = "SETTING", description = "Further settings of the live job, after --.")
    private List<String> settings = List.of();

    @Override
    public Integer call() throws Exception {
        new LiveLatency(data.resolve("latency"), port).run(rate, Duration.ofSeconds(seconds), settings, System.out);
        return 0;
    }
}
