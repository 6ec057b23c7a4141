package io.xunjian.cluster.supervised;

import io.xunjian.cluster.ArgumentFile;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part that is started again when it ends. Two threads know it: the one that looks after processes, and the one that asks
 * how they are.
 */
final class Supervised {

    private static final Logger LOG = LoggerFactory.getLogger(Supervised.class);

    private final Part part;
    private final ClusterFolder folder;
    private final HealthCheck check;
    private final BackOff backOff = new BackOff();

    private Process process;
    private long startedAt;
    private long startAgainAt;
    private int restarts;
    private String lastEnd;
    private boolean isUp;
    private boolean wasUp;

    Supervised(Part part, ClusterFolder folder, HealthCheck check) {
        this.part = part;
        this.folder = folder;
        this.check = check;
    }

    synchronized void start() throws IOException {
        ArgumentFile.write(folder.arguments(part.name()), part.options(), part.classPath());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(new ClusterProcesses(folder).marks(part.name()));
        command.add("@" + folder.arguments(part.name()));
        command.addAll(
                List.of(part.main(), Long.toString(ProcessHandle.current().pid())));
        command.addAll(part.arguments());
        startedAt = System.currentTimeMillis();
        isUp = false;
        wasUp = false;
        process = new ProcessBuilder(command)
                .directory(part.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.appendTo(folder.output(part.name()).toFile()))
                .start();
        LOG.info("{} starts: pid {}", part.name(), process.pid());
    }

    /** Starts it again where it has ended and the time has come. */
    synchronized void look() {
        long now = System.currentTimeMillis();
        if (process.isAlive()) {
            return;
        }
        if (startAgainAt == 0) {
            Duration wait = backOff.afterLifeOf(Duration.ofMillis(now - startedAt));
            startAgainAt = now + wait.toMillis();
            isUp = false;
            lastEnd = "ended with code %d at %s"
                    .formatted(process.exitValue(), Instant.ofEpochMilli(now).truncatedTo(ChronoUnit.SECONDS));
            LOG.warn(
                    "{} (pid {}) {}; it is started again in {} s; see {}",
                    part.name(),
                    process.pid(),
                    lastEnd,
                    wait.toSeconds(),
                    folder.log(part.name()));
        } else if (now >= startAgainAt) {
            startAgain(now);
        }
    }

    private void startAgain(long now) {
        try {
            start();
            restarts++;
            startAgainAt = 0;
        } catch (IOException e) { // such as a full disk, or no memory for a process: that may pass
            Duration wait = backOff.afterLifeOf(Duration.ZERO);
            startAgainAt = now + wait.toMillis();
            LOG.warn("{} cannot be started: {}; tried again in {} s", part.name(), e.getMessage(), wait.toSeconds());
        }
    }

    /** Asks whether it is up. */
    boolean ask() {
        Process asked;
        long since;
        synchronized (this) {
            asked = process;
            since = startedAt;
        }
        boolean answer = asked.isAlive() && check.isUp(since);
        synchronized (this) {
            if (asked != process) {
                return false;
            }
            if (answer && !wasUp) {
                LOG.info("{} is up after {} s", part.name(), (System.currentTimeMillis() - since) / 1000);
            } else if (answer != isUp && asked.isAlive()) {
                LOG.warn("{} {}", part.name(), answer ? "answers again" : "does not answer any more");
            }
            isUp = answer;
            wasUp |= answer;
            return answer;
        }
    }

    synchronized PartStatus status() {
        return new PartStatus(
                part.name(), process.pid(), part.ports(), part.memory(), startedAt, restarts, health(), lastEnd);
    }

    private Health health() {
        if (!process.isAlive()) {
            return Health.DOWN;
        }
        if (isUp) {
            return Health.UP;
        }
        return wasUp ? Health.SILENT : Health.STARTING;
    }

    synchronized void askToEnd() {
        process.destroy();
    }

    /** Waits for its end; after so long it is ended by force. */
    void awaitEnd(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("{} does not end by itself within {} s: it is killed", part.name(), patience.toSeconds());
            process.destroyForcibly().waitFor();
        }
    }
}
