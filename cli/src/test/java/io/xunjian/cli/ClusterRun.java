package io.xunjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.cluster.FreePorts;
import io.xunjian.cluster.TopicReader;
import io.xunjian.cluster.rest.FlinkJobs;
import io.xunjian.cluster.rest.FlinkRest;
import io.xunjian.cluster.supervised.Cluster;
import io.xunjian.cluster.supervised.ClusterFolder;
import io.xunjian.cluster.supervised.ClusterStatus;
import io.xunjian.cluster.supervised.PartStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A cluster on free ports, driven by the commands of a user. */
final class ClusterRun implements AutoCloseable {

    private static final long PATIENCE_NANOS = 90_000_000_000L;

    private static final List<String> PORTS = List.of(
            "kafka.port",
            "kafka.controller.port",
            "flink.port",
            "flink.rpc.port",
            "standby.port",
            "standby.rpc.port",
            "zookeeper.port");

    private final Path folder;
    private final List<Integer> ports;

    private ClusterRun(Path folder, List<Integer> ports) {
        this.folder = folder;
        this.ports = ports;
    }

    /** Starts it with little memory, and the settings that its folder has already. */
    static ClusterRun start(Path folder, String... options) throws IOException {
        List<Integer> ports = FreePorts.some(PORTS.size());
        StringBuilder settings = new StringBuilder("jobmanager.memory=768\ntaskmanager.memory=1200\n");
        for (int i = 0; i < PORTS.size(); i++) {
            settings.append(PORTS.get(i)).append('=').append(ports.get(i)).append('\n');
        }
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("cluster.properties"), settings, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        ClusterRun cluster = new ClusterRun(folder, ports);
        List<String> command = new ArrayList<>(List.of("cluster", "start", "--data", folder.toString()));
        command.addAll(List.of(options));
        run(command.toArray(String[]::new));
        return cluster;
    }

    String bootstrap() {
        return "127.0.0.1:" + ports.get(0);
    }

    /** The address of the JobManager, and of the standby. */
    String addresses() {
        return "http://127.0.0.1:" + ports.get(2) + ",http://127.0.0.1:" + ports.get(4);
    }

    TopicReader topics() {
        return new TopicReader(bootstrap());
    }

    /** Runs a command on this cluster that is to succeed, and returns what it prints. */
    String submit(String... arguments) {
        List<String> command = new ArrayList<>(List.of("submit"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--cluster", addresses()));
        return run(command.toArray(String[]::new));
    }

    PartStatus part(String name) throws IOException {
        ClusterStatus status = new Cluster(ClusterFolder.of(folder)).status().orElseThrow();
        return status.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a part of a job runs on a TaskManager. */
    boolean isBusy(String name) throws IOException {
        for (JsonNode manager : FlinkRest.at(addresses()).get("/taskmanagers").path("taskmanagers")) {
            if (manager.path("id").asText().equals(name)) {
                return manager.path("freeSlots").asInt()
                        < manager.path("slotsNumber").asInt();
            }
        }
        return false;
    }

    /** Waits until a part is so; fails after a while. */
    void await(String name, Predicate<PartStatus> isSo) throws Exception {
        long giveUpAt = System.nanoTime() + PATIENCE_NANOS;
        while (!isSo.test(part(name))) {
            assertThat(System.nanoTime()).as(part(name).toString()).isLessThan(giveUpAt);
            Thread.onSpinWait();
        }
    }

    /** Waits until a job runs, as the cluster tells it; meanwhile it may tell nothing. */
    void awaitRunning(String job) {
        FlinkJobs jobs = new FlinkJobs(FlinkRest.at(addresses()));
        long giveUpAt = System.nanoTime() + PATIENCE_NANOS;
        String told = "";
        while (!told.equals("RUNNING")) {
            assertThat(System.nanoTime()).as(told).isLessThan(giveUpAt);
            try {
                told = jobs.status(job).name();
            } catch (IOException e) {
                told = e.getMessage();
            }
        }
    }

    /** Ends a part as a power cut would, and waits until it is gone. */
    void kill(String part) throws IOException {
        ProcessHandle process = ProcessHandle.of(part(part).pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** All that run in its folder. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> List.of(arguments).contains("-Dxunjian.cluster=" + folder))
                        .isPresent())
                .toList();
    }

    String stop() {
        return run("cluster", "stop", "--data", folder.toString());
    }

    @Override
    public void close() {
        stop();
    }

    /** Runs a command that is to succeed, and returns what it prints. */
    static String run(String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            int code = Main.commandLine().execute(arguments);
            String text = printed.toString(StandardCharsets.UTF_8);
            assertThat(code).as(String.join(" ", arguments) + '\n' + text).isZero();
            return text;
        } finally {
            System.setOut(before);
        }
    }
}
