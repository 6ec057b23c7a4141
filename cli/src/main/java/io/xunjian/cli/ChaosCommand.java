package io.xunjian.cli;

import io.xunjian.cli.chaos.Chaos;
import io.xunjian.jobs.SettingsRejected;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the product stands. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = {
            "Breaks a cluster while a live job runs on it, and compares what is found with a replay.",
            "Each scenario has a cluster of its own on free ports, sends a simulated market's records, lets something go",
            "wrong at random moments, and waits for the job to be done with all of it. It passes when the alerts on the",
            "topic are those of the replay engine over the same events, none lost, none wrong, and with exactly-once each",
            "state of an alert once. Exit codes: 0 all passed; 1 one failed; 2 refused: there is no such scenario."
        },
        sortOptions = false)
final class ChaosCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SCENARIO", description = "Which; --list names them. Default: all.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Decides records and moments. Default: drawn, and told.")
    private Long seed;

    @Option(names = "--short", description = "Fewer records, fewer faults: a minute or two for each, not five.")
    private boolean isShort;

    @Option(names = "--list", description = "Name the scenarios and end.")
    private boolean isList;

    @Option(names = "--json", description = "Print the scores as JSON; the table goes to standard error.")
    private boolean isJson;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".xunjian/chaos",
            description =
                    "Where clusters keep everything. Of a scenario that passed nothing is left. Default: ${DEFAULT-VALUE}")
    private Path folder;

    @Override
    public Integer call() throws IOException, InterruptedException, SettingsRejected {
        if (isList) {
            Chaos.list(System.out);
            return 0;
        }
        List<String> faults = Chaos.unknown(names);
        Path jar = JobOptions.built();
        if (jar == null) {
            faults.add("No jar of the jobs is built here");
        }
        if (!faults.isEmpty()) {
            throw new SettingsRejected(faults);
        }
        long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
        PrintStream table = isJson ? System.err : System.out;
        Chaos chaos = new Chaos(folder.toAbsolutePath().normalize(), jar, isShort, table);
        boolean hasPassed = chaos.play(names, chosen);
        if (isJson) {
            JsonPrint.to(System.out, chaos::write);
        }
        return hasPassed ? 0 : Main.FAILED;
    }
}
