package io.xunjian.cluster.supervised;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/** Flink's processes, run as its own scripts run them: memory is shared out by Flink's own rules. */
final class FlinkParts {

    /** Flink's own list ({@code env.java.opts.all} of its config.yaml). */
    private static final List<String> OPEN = List.of(
            "java.base/java.io",
            "java.base/java.lang",
            "java.base/java.lang.reflect",
            "java.base/java.net",
            "java.base/java.nio",
            "java.base/java.text",
            "java.base/java.time",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/java.util.concurrent.locks",
            "java.base/sun.nio.ch");

    private static final List<String> EXPORTED =
            List.of("java.rmi/sun.rmi.registry", "java.security.jgss/sun.security.krb5", "java.base/sun.net.util");

    private final ClusterFolder folder;
    private final ClusterSettings settings;
    private final Configuration flink;

    FlinkParts(ClusterFolder folder, ClusterSettings settings) {
        this.folder = folder;
        this.settings = settings;
        this.flink = new FlinkSettings(folder, settings).configuration();
    }

    /** The JobManagers first. */
    List<Part> prepare() throws IOException {
        new FlinkSettings(folder, settings).write();
        List<Part> parts = new ArrayList<>();
        int managers = settings.count(ClusterSettings.TASKMANAGERS);
        parts.add(jobManager("jobmanager", 0, ClusterSettings.FLINK_PORT, ClusterSettings.FLINK_RPC_PORT));
        if (settings.isHa()) {
            parts.add(jobManager(
                    "jobmanager-standby",
                    managers + 1,
                    ClusterSettings.STANDBY_PORT,
                    ClusterSettings.STANDBY_RPC_PORT));
        }
        for (int i = 1; i <= managers; i++) {
            parts.add(taskManager("taskmanager-" + i, i));
        }
        return parts;
    }

    /** @param n among Flink's processes, for the port of its metrics */
    private Part jobManager(String name, int n, String portName, String rpcPortName) throws IOException {
        int port = settings.port(portName);
        int rpcPort = settings.port(rpcPortName);
        Configuration own = new Configuration(flink);
        JobManagerProcessSpec memory = JobManagerProcessUtils.processSpecFromConfig(own);
        List<String> arguments = arguments(
                StandaloneSessionClusterEntrypoint.class,
                JobManagerProcessUtils.generateDynamicConfigsStr(memory),
                "rest.port=" + port,
                "rest.bind-port=" + port,
                JobManagerOptions.PORT.key() + '=' + rpcPort,
                "high-availability.jobmanager.port=" + rpcPort,
                "io.tmp.dirs=" + scratch(name));
        arguments.addAll(metrics(n));
        arguments.addAll(List.of("--executionMode", "cluster"));
        return part(
                name,
                ports(n, port, rpcPort),
                settings.memory(ClusterSettings.JOBMANAGER_MEMORY),
                JobManagerProcessUtils.generateJvmParametersStr(memory, own),
                arguments);
    }

    private Part taskManager(String name, int n) throws IOException {
        TaskExecutorProcessSpec memory = TaskExecutorProcessUtils.processSpecFromConfig(flink);
        List<String> arguments = arguments(
                TaskManagerRunner.class,
                TaskExecutorProcessUtils.generateDynamicConfigsStr(memory),
                "taskmanager.resource-id=" + name,
                "jobmanager.rpc.port=" + settings.port(ClusterSettings.FLINK_RPC_PORT),
                "io.tmp.dirs=" + scratch(name));
        arguments.addAll(metrics(n));
        return part(
                name,
                ports(n),
                settings.memory(ClusterSettings.TASKMANAGER_MEMORY),
                ProcessMemoryUtils.generateJvmParametersStr(memory),
                arguments);
    }

    private List<String> metrics(int n) {
        OptionalInt port = settings.metricsPort(n);
        return port.isPresent() ? List.of("-D", "metrics.reporter.prometheus.port=" + port.getAsInt()) : List.of();
    }

    private List<Integer> ports(int n, int... others) {
        return IntStream.concat(IntStream.of(others), settings.metricsPort(n).stream())
                .boxed()
                .toList();
    }

    private Part part(String name, List<Integer> ports, int memory, String jvm, List<String> arguments) {
        List<String> options = new ArrayList<>(words(jvm));
        OPEN.forEach(place -> options.add("--add-opens=" + place + "=ALL-UNNAMED"));
        EXPORTED.forEach(place -> options.add("--add-exports=" + place + "=ALL-UNNAMED"));
        options.addAll(
                List.of("-XX:+ExitOnOutOfMemoryError", ClusterParts.logging(), "-Dlog.file=" + folder.log(name)));
        return new Part(
                name,
                ports,
                memory,
                options,
                FlinkClassPath.ofThisProcess(),
                PartMain.class.getName(),
                arguments,
                folder.path());
    }

    private List<String> arguments(Class<?> entry, String memory, String... own) {
        List<String> arguments = new ArrayList<>(
                List.of(entry.getName(), "--configDir", folder.conf().toString()));
        arguments.addAll(words(memory));
        for (String setting : own) {
            arguments.addAll(List.of("-D", setting));
        }
        return arguments;
    }

    private Path scratch(String name) throws IOException {
        return Files.createDirectories(folder.scratch().resolve(name));
    }

    private static List<String> words(String line) {
        return Arrays.stream(line.split(" ")).filter(word -> !word.isBlank()).toList();
    }
}
