package io.xunjian.cli;

import io.xunjian.cluster.LocalWatch;
import io.xunjian.jobs.WatchSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The live job on this machine, over a Kafka that is there already. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the live job over your Kafka, on a Flink in this process, and prints each alert as it is raised.",
            "For a Flink cluster, submit the same job: see the README."
        },
        sortOptions = false)
final class WatchCommand implements Callable<Integer> {

    @Option(names = "--bootstrap", required = true, paramLabel = "HOST:PORT", description = "Kafka brokers.")
    private String bootstrap;

    @Option(names = "--rules", paramLabel = "DIR", description = "Rule files over the built-in ones.")
    private String rules;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description = "Further settings of the Kafka clients, such as security.")
    private String kafkaProperties;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "A further setting of the job, such as delivery=exactly-once or topic-prefix=test-; its --help"
                            + " lists them.")
    private Map<String, String> further = new TreeMap<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".xunjian/watch",
            description = "Where Flink keeps its checkpoints. Default: ${DEFAULT-VALUE}")
    private Path folder;

    @Mixin
    private ScreenOptions screen;

    @Override
    public Integer call() throws Exception {
        Logs.to(folder);
        List<String> arguments = new ArrayList<>(List.of("--bootstrap", bootstrap));
        if (rules != null) {
            arguments.addAll(List.of("--rules", rules));
        }
        if (kafkaProperties != null) {
            arguments.addAll(List.of("--kafka-properties", kafkaProperties));
        }
        further.forEach((name, value) -> arguments.addAll(List.of("--" + name, value)));
        WatchSettings settings = WatchSettings.from(arguments.toArray(String[]::new));
        LocalWatch.run(settings, folder, screen.settings(), System.out);
        return 0;
    }
}
