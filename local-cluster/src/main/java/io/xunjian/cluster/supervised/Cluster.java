package io.xunjian.cluster.supervised;

import io.xunjian.cluster.ArgumentFile;
import io.xunjian.cluster.CannotStart;
import io.xunjian.cluster.Folders;
import io.xunjian.cluster.LoopbackPort;
import io.xunjian.cluster.Topics;
import io.xunjian.jobs.SettingsRejected;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Kafka and Flink on this machine, each part in a process of its own, supervised by one in the background. */
public final class Cluster {

    private static final String LOGGING = "classpath:io/xunjian/cluster/supervised/supervisor-log4j2.xml";

    /** Ctrl-C on the terminal of whoever started it, or its end, is none of a cluster's business. macOS has no such program. */
    private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");

    private static final Duration PATIENCE_AT_START = Duration.ofMinutes(3);
    private static final Duration PATIENCE_OF_SUPERVISOR = Duration.ofSeconds(90);
    private static final Duration PATIENCE_OF_PARTS = Duration.ofSeconds(15);

    /** A part that never came up and ended so often will not come up. */
    private static final int HOPELESS = 2;

    private final ClusterFolder folder;
    private final ClusterProcesses processes;

    public Cluster(ClusterFolder folder) {
        this.folder = folder;
        this.processes = new ClusterProcesses(folder);
    }

    /** Whether its supervisor runs. */
    public boolean isRunning() {
        return processes.supervisor().isPresent();
    }

    /** What the supervisor last said; nothing where none runs. */
    public Optional<ClusterStatus> status() throws IOException {
        return isRunning() ? ClusterStatus.read(folder.status()) : Optional.empty();
    }

    /** Processes that nobody supervises any more. */
    public List<ProcessHandle> leftOver() {
        return isRunning() ? List.of() : processes.all();
    }

    /**
     * Starts it and waits until every part answers and every topic is there.
     *
     * @param out is told of each part that is up
     * @throws SettingsRejected if a port is taken
     * @throws CannotStart if a part does not come up; then all are ended again
     */
    public ClusterStatus start(ClusterSettings settings, PrintStream out)
            throws IOException, InterruptedException, SettingsRejected {
        for (ProcessHandle process : leftOver()) {
            ClusterProcesses.end(process, PATIENCE_OF_PARTS);
        }
        requireFreePorts(settings);
        Folders.delete(folder.scratch()); // what processes left that were killed
        folder.make();
        AtomicBoolean isUnfinished = new AtomicBoolean(true);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopIf(isUnfinished), "end"));
        try {
            ClusterStatus status = awaitUp(startSupervisor(), out);
            Topics.create(settings.bootstrap());
            isUnfinished.set(false);
            return status;
        } catch (ExecutionException e) {
            throw new CannotStart("Kafka creates no topics: " + e.getCause().getMessage());
        } finally {
            stopIf(isUnfinished);
        }
    }

    /** A start that fails, or that somebody breaks off, leaves nothing behind. */
    private void stopIf(AtomicBoolean isUnfinished) {
        if (isUnfinished.getAndSet(false)) {
            try {
                stop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends every process of it, supervised or not; returns how many there were. */
    public int stop() throws IOException, InterruptedException {
        int ended = processes.all().size();
        Optional<ProcessHandle> supervisor = processes.supervisor();
        if (supervisor.isPresent()) {
            ClusterProcesses.end(supervisor.get(), PATIENCE_OF_SUPERVISOR);
        }
        List<ProcessHandle> rest = processes.all();
        rest.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : rest) {
            ClusterProcesses.end(process, PATIENCE_OF_PARTS);
        }
        Files.deleteIfExists(folder.status());
        return ended;
    }

    private void requireFreePorts(ClusterSettings settings) throws IOException, SettingsRejected {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, Integer> port : settings.ports().entrySet()) {
            if (!new LoopbackPort(port.getValue(), port.getKey(), "").isFree()) {
                faults.add("Port %d (%s) is in use by another program. Stop it, or choose another in %s."
                        .formatted(port.getValue(), port.getKey(), folder.settings()));
            }
        }
        if (!faults.isEmpty()) {
            throw new SettingsRejected(faults);
        }
    }

    private Process startSupervisor() throws IOException {
        Files.deleteIfExists(folder.status());
        ArgumentFile.write(
                folder.arguments(ClusterFolder.SUPERVISOR),
                List.of(
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-Dlog4j2.configurationFile=" + LOGGING,
                        "-Dlog.file=" + folder.log(ClusterFolder.SUPERVISOR)),
                ArgumentFile.ownClassPath());
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(OWN_SESSION)) {
            command.add(OWN_SESSION.toString());
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(processes.marks(ClusterFolder.SUPERVISOR));
        command.addAll(List.of(
                "@" + folder.arguments(ClusterFolder.SUPERVISOR),
                Supervisor.class.getName(),
                folder.path().toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(
                        Redirect.to(folder.output(ClusterFolder.SUPERVISOR).toFile()))
                .start();
    }

    private ClusterStatus awaitUp(Process supervisor, PrintStream out) throws IOException, InterruptedException {
        long giveUpAt = System.nanoTime() + PATIENCE_AT_START.toNanos();
        Set<String> told = new HashSet<>();
        while (true) {
            if (supervisor.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new CannotStart(
                        "The supervisor ended while starting; see " + folder.output(ClusterFolder.SUPERVISOR));
            }
            Optional<ClusterStatus> status = ClusterStatus.read(folder.status());
            if (status.isEmpty()) {
                continue;
            }
            for (PartStatus part : status.get().parts()) {
                if (part.health() == Health.UP && told.add(part.name())) {
                    out.printf("%-20s is up%n", part.name());
                }
                boolean isHopeless = !told.contains(part.name()) && part.restarts() >= HOPELESS;
                if (isHopeless || System.nanoTime() > giveUpAt) {
                    requireUp(part);
                }
            }
            if (status.get().isUp()) {
                return status.get();
            }
        }
    }

    private void requireUp(PartStatus part) {
        if (part.health() != Health.UP) {
            throw new CannotStart("%s does not come up%s; see %s and %s"
                    .formatted(
                            part.name(),
                            part.lastEnd() == null ? "" : ": it " + part.lastEnd(),
                            folder.log(part.name()),
                            folder.output(part.name())));
        }
    }
}
