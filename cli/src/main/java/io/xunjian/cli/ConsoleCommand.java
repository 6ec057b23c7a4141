package io.xunjian.cli;

import io.xunjian.cluster.LocalConsole;
import io.xunjian.console.ConsoleSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The alert desk, over a Kafka that is there already. */
@Command(
        name = "console",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the alert desk: a web console over the alerts of your Kafka, on the loopback address unless told otherwise.",
            "What people decide goes to the topic decisions; the database can be made anew from the topics."
        },
        sortOptions = false)
final class ConsoleCommand implements Callable<Integer> {

    @Option(names = "--bootstrap", required = true, paramLabel = "HOST:PORT", description = "Kafka brokers.")
    private String bootstrap;

    @Option(names = "--port", paramLabel = "PORT", description = "Where it listens. Default: 8088")
    private String port;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "jdbc:postgresql:… in place of an H2 database in the folder of --data.")
    private String database;

    @Option(names = "--flink", paramLabel = "URL", description = "Flink's own page, to link to and to watch.")
    private String flink;

    @Option(names = "--rules", paramLabel = "DIR", description = "Rule files over the built-in ones.")
    private String rules;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "A further setting, such as auth=proxy or webhook-hosts=oapi.dingtalk.com; --settings lists them.")
    private Map<String, String> further = new TreeMap<>();

    @Option(names = "--settings", help = true, description = "Tell every setting, and end.")
    private boolean tellsSettings;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".xunjian/console",
            description = "Where its log and its database are. Default: ${DEFAULT-VALUE}")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        if (tellsSettings) {
            System.out.print(ConsoleSettings.HELP);
            return 0;
        }
        Logs.to(folder);
        Map<String, String> settings = new TreeMap<>(further);
        settings.put("bootstrap", bootstrap);
        put(settings, "port", port);
        put(settings, "flink", flink);
        put(settings, "rules", rules);
        settings.putIfAbsent("db", "jdbc:h2:file:" + folder.resolve("alerts").toAbsolutePath());
        put(settings, "db", database);
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.addAll(List.of("--" + name, value)));
        LocalConsole.run(ConsoleSettings.from(arguments.toArray(String[]::new)), System.out);
        return 0;
    }

    private static void put(Map<String, String> settings, String name, String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
