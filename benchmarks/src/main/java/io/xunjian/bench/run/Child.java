package io.xunjian.bench.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A contender's process: how long it takes, and what it takes of processor and memory. It says {@code started} on
 * its standard output when its work begins. What it takes is read from {@code /proc}, every 50 ms: there is none of it where
 * there is no such file system.
 */
final class Child implements AutoCloseable {

    private static final long LOOK_EVERY_MS = 50;

    private final Process process;
    private final Path log;
    private final long launchedAt = System.currentTimeMillis();
    private volatile long startedAt;
    private volatile long peakKib;
    private volatile Duration cpu = Duration.ZERO;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Child start(List<String> command, Path log) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Child child = new Child(process, log);
        daemon(child::listen);
        daemon(child::look);
        return child;
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "child");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("started")) {
                    startedAt = System.currentTimeMillis();
                }
            }
        } catch (IOException e) {
            // it has ended
        }
    }

    private void look() {
        try {
            do {
                process.info().totalCpuDuration().ifPresent(now -> cpu = now);
                peakKib = Math.max(peakKib, peakNow());
            } while (!process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long peakNow() {
        try (Stream<String> status = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // it has ended, or there is no such file system
        }
    }

    /**
     * Waits for its end.
     *
     * @throws IOException if it failed; the message names its log
     */
    void await(Duration patience) throws IOException, InterruptedException {
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("not done after " + patience.toSeconds() + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException("ended with code " + process.exitValue() + "; see " + log);
        }
    }

    /** Waits until it says that its work begins. */
    void awaitStart() throws IOException, InterruptedException {
        while (startedAt == 0) {
            if (process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                throw new IOException("ended with code " + process.exitValue() + "; see " + log);
            }
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it took until an instant in epoch ms. */
    Cost costUntil(long doneAt) {
        return new Cost(
                (doneAt - launchedAt) / 1e3,
                (doneAt - Math.max(startedAt, launchedAt)) / 1e3,
                cpu.toMillis() / 1e3,
                peakKib / 1024);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
