package io.xunjian.cli;

import io.xunjian.cluster.Demo;
import io.xunjian.cluster.DemoSettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything on this machine, with traffic. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the alert desk, a Kafka broker, Flink, the live job and a simulated marketplace on this machine, on the",
            "loopback address only, and prints each alert as it is raised. A second run goes on where the first stopped."
        },
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--fresh", description = "Forget an earlier run and start anew.")
    private boolean isFresh;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".xunjian/demo",
            description = "Where everything is kept. Default: ${DEFAULT-VALUE}")
    private Path folder;

    @Option(
            names = "--console-port",
            paramLabel = "PORT",
            defaultValue = "8088",
            description = "Of the alert desk. Default: ${DEFAULT-VALUE}")
    private int consolePort;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Default: ${DEFAULT-VALUE}")
    private int kafkaPort;

    @Option(
            names = "--kafka-controller-port",
            paramLabel = "PORT",
            defaultValue = "9093",
            description = "Default: ${DEFAULT-VALUE}")
    private int controllerPort;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "720",
            description = "Simulated seconds in a real one. Default: ${DEFAULT-VALUE}, a day in two minutes.")
    private double speed;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another seed, another marketplace.")
    private long seed;

    @Mixin
    private ScreenOptions screen;

    @Override
    public Integer call() throws Exception {
        Logs.to(folder);
        Demo.run(
                new DemoSettings(
                        folder.toAbsolutePath(),
                        isFresh,
                        consolePort,
                        kafkaPort,
                        controllerPort,
                        speed,
                        seed,
                        screen.settings()),
                System.out);
        return 0;
    }
}
