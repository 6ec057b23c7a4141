package io.xunjian.cluster.supervised;

import io.xunjian.cluster.CannotStart;
import io.xunjian.jobs.SettingsRejected;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that starts a cluster's others, starts them again when they end, and writes how they are. They end with it: in
 * order when it is asked to end, by themselves when it is killed.
 */
final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final long LOOK_EVERY_MS = 250;
    private static final long ASK_EVERY_MS = 5_000;
    private static final long ASK_EVERY_MS_UNTIL_UP = 500;
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(15);

    private final ClusterFolder folder;
    private final ClusterSettings settings;
    private final List<Supervised> parts = new ArrayList<>();
    private final CountDownLatch isAskedToEnd = new CountDownLatch(1);
    private final CountDownLatch hasEnded = new CountDownLatch(1);

    private Supervisor(ClusterFolder folder, ClusterSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    public static void main(String[] args) throws IOException, SettingsRejected, InterruptedException {
        ClusterFolder folder = new ClusterFolder(Path.of(args[0]));
        try (FileChannel channel =
                        FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new CannotStart("Another supervisor works on " + folder.path());
            }
            new Supervisor(folder, ClusterSettings.in(folder, false)).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
        HealthChecks checks = new HealthChecks(settings);
        for (Part part : new ClusterParts(folder, settings).prepare()) {
            Supervised supervised = new Supervised(part, folder, checks.of(part));
            supervised.start();
            parts.add(supervised);
        }
        try {
            parts.forEach(this::askFromNowOn);
            while (!isAskedToEnd.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                for (Supervised part : parts) {
                    part.look();
                }
                tellStatus();
            }
            endParts();
            Files.deleteIfExists(folder.status());
        } finally {
            hasEnded.countDown();
        }
    }

    /** A disk that is full is no reason to end what runs. */
    private void tellStatus() {
        List<PartStatus> all = parts.stream().map(Supervised::status).toList();
        try {
            new ClusterStatus(settings.bootstrap(), settings.flink(), all).write(folder.status());
        } catch (IOException e) {
            LOG.warn("The status cannot be written: {}", e.getMessage());
        }
    }

    /** Each in a thread of its own: one that is silent holds up no other. */
    private void askFromNowOn(Supervised part) {
        Thread thread = new Thread(
                () -> {
                    try {
                        long pause = ASK_EVERY_MS_UNTIL_UP;
                        while (!isAskedToEnd.await(pause, TimeUnit.MILLISECONDS)) {
                            pause = part.ask() ? ASK_EVERY_MS : ASK_EVERY_MS_UNTIL_UP;
                        }
                    } catch (InterruptedException e) {
                        throw new IllegalStateException("Nobody interrupts this thread", e);
                    }
                },
                "ask");
        thread.setDaemon(true);
        thread.start();
    }

    /** In the opposite order: what others need ends last. */
    private void endParts() throws InterruptedException {
        LOG.info("asked to end");
        for (int i = parts.size() - 1; i >= 0; i--) {
            parts.get(i).askToEnd();
            parts.get(i).awaitEnd(PATIENCE_AT_END);
        }
        LOG.info("all have ended");
    }

    private void end() {
        isAskedToEnd.countDown();
        try {
            hasEnded.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
