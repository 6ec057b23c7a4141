package io.xunjian.cli;

import io.xunjian.cluster.supervised.Cluster;
import io.xunjian.cluster.supervised.ClusterFolder;
import io.xunjian.cluster.supervised.ClusterSettings;
import io.xunjian.cluster.supervised.ClusterStatus;
import io.xunjian.jobs.SettingsRejected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Kafka and Flink on this machine, in the background. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        subcommands = {ClusterLogsCommand.class},
        description = {
            "Runs Kafka and Flink on this machine, in the background.",
            "A broker, a JobManager and two TaskManagers, each a process of its own, on the loopback address only. A",
            "supervisor starts again what dies."
        },
        synopsisSubcommandLabel = "COMMAND")
final class ClusterCommand implements Runnable {

    /** What every command about a cluster has in common. */
    static final class FolderOption {

        @Option(
                names = "--data",
                paramLabel = "DIR",
                defaultValue = ".xunjian/cluster",
                description = "Where the cluster keeps everything. Default: ${DEFAULT-VALUE}")
        private Path folder;

        ClusterFolder folder() {
            return ClusterFolder.of(folder);
        }
    }

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "One of start, status, stop, logs is missing");
    }

    @Command(
            name = "start",
            mixinStandardHelpOptions = true,
            description = {
                "Starts it, and returns when every part answers.",
                "Creates the topics that are missing. Where it runs already, tells how it is. Ports and memory are in",
                "cluster.properties of its folder, written with defaults at the first start.",
                "Exit codes: 0 it runs; 1 a part does not come up; 2 refused: a setting is wrong or a port taken."
            },
            sortOptions = false)
    int start(
            @Mixin FolderOption data,
            @Option(
                            names = "--ha",
                            description = {
                                "With a ZooKeeper and a standby JobManager, so that jobs outlive the JobManager. Is kept in",
                                "cluster.properties (ha=true)."
                            })
                    boolean isHa)
            throws IOException, InterruptedException, SettingsRejected {
        ClusterFolder folder = data.folder();
        Cluster cluster = new Cluster(folder);
        if (cluster.isRunning()) {
            System.out.println("It runs already.");
            return status(data, false);
        }
        ClusterStatus status = cluster.start(ClusterSettings.in(folder, isHa), System.out);
        System.out.println();
        System.out.println("  Flink    " + status.flink());
        System.out.println("  Kafka    " + status.kafka());
        System.out.println("  Data     " + folder.path());
        System.out.println();
        System.out.println("./xunjian submit watch --bootstrap " + status.kafka() + " starts the live job on it;"
                + " ./xunjian cluster stop ends everything.");
        return 0;
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = {
                "Tells how each part is.",
                "Process, ports, memory, for how long it is up, how often it was started again, and whether it answers.",
                "Exit codes: 0 every part answers; 1 one does not, or the cluster does not run."
            })
    int status(@Mixin FolderOption data, @Option(names = "--json", description = "As JSON.") boolean isJson)
            throws IOException {
        Cluster cluster = new Cluster(data.folder());
        Optional<ClusterStatus> status = cluster.status();
        StatusTable table = new StatusTable(System.out);
        if (isJson) {
            table.printJson(status, cluster.leftOver());
        } else {
            table.print(status, cluster.leftOver(), data.folder());
        }
        return status.filter(ClusterStatus::isUp).isPresent() ? 0 : Main.FAILED;
    }

    @Command(
            name = "stop",
            mixinStandardHelpOptions = true,
            description = {
                "Ends every process of it.",
                "Also those of a supervisor that was killed. What it keeps stays: topics, checkpoints, savepoints. Exit code 0, also where nothing runs."
            })
    int stop(@Mixin FolderOption data) throws IOException, InterruptedException {
        int ended = new Cluster(data.folder()).stop();
        System.out.println(
                ended == 0 ? "Nothing runs in " + data.folder().path() : "Stopped: " + ended + " processes ended.");
        return 0;
    }
}
