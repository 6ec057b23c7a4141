package io.xunjian.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The settings of a live job that runs elsewhere: it does not know our working directory. */
final class LiveOptions {

    private static final Set<String> FILES = Set.of("rules", "kafka-properties");

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Kafka brokers, as the cluster and this command both find them.")
    private String bootstrap;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Rule files over the built-in ones. The JobManager reads them: it must see the folder too.")
    private String rules;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description = "Further settings of the Kafka clients, such as security. The JobManager reads them too.")
    private String kafkaProperties;

    @Option(
            names = "--rules-only",
            paramLabel = "CODES",
            description = "Judge by these rules only, comma separated. Default: by all.")
    private String rulesOnly;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "A further setting of the job, such as delivery=exactly-once or topic-prefix=test-; the jar's --help"
                            + " lists them.")
    private Map<String, String> further = new TreeMap<>();

    @Option(
            names = "--allow-non-restored",
            description =
                    "Start although the savepoint has state that the job has no place for, as after a shadow version went.")
    private boolean isForgetful;

    boolean isForgetful() {
        return isForgetful;
    }

    /**
     * What the job is given.
     *
     * @param before settings that these go before
     */
    List<String> arguments(Map<String, String> before) {
        Map<String, String> all = new TreeMap<>(before);
        all.putAll(further);
        put("bootstrap", bootstrap, all);
        put("rules", rules, all);
        put("rules-only", rulesOnly, all);
        put("kafka-properties", kafkaProperties, all);
        List<String> arguments = new ArrayList<>();
        all.forEach((name, value) -> {
            String seen = FILES.contains(name)
                    ? Path.of(value).toAbsolutePath().normalize().toString()
                    : value;
            arguments.addAll(List.of("--" + name, seen));
        });
        return arguments;
    }

    private static void put(String name, String value, Map<String, String> all) {
        if (value != null) {
            all.put(name, value);
        }
    }
}
