package io.xunjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first command of the README, as a user runs it. */
class DemoIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void theDemoShowsAlertsEndsAllThatItStartedAndGoesOn() throws Exception {
        List<String> first = runUntilAnAlert("--fresh");
        assertThat(first)
                .filteredOn(line -> line.contains("http://"))
                .first()
                .asString()
                .contains("Console  http://127.0.0.1:");
        assertThat(first).anyMatch(line -> line.contains("Flink    http://127.0.0.1:"));
        List<String> second = runUntilAnAlert("--lang=zh");
        assertThat(second).anyMatch(line -> line.contains("正在启动 Kafka"));
        assertThat(second).doesNotContainAnyElementsOf(alerts(first));
    }

    private List<String> runUntilAnAlert(String option) throws Exception {
        Process demo = start(option);
        List<ProcessHandle> children = List.of();
        try {
            List<String> lines = CompletableFuture.supplyAsync(() -> linesUntilAnAlert(demo))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(alerts(lines)).as(String.join("\n", lines)).isNotEmpty();
            children = demo.descendants().toList();
            assertThat(children).as("a broker of its own").isNotEmpty();
            demo.destroy();
            assertThat(demo.waitFor(60, TimeUnit.SECONDS))
                    .as("it ends when asked to")
                    .isTrue();
            assertThat(children).noneMatch(ProcessHandle::isAlive);
            return lines;
        } finally {
            demo.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static List<String> linesUntilAnAlert(Process demo) {
        List<String> lines = new ArrayList<>();
        BufferedReader out = demo.inputReader(StandardCharsets.UTF_8);
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                if (line.contains("LATE_SHIPMENT")) {
                    return lines;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static List<String> alerts(List<String> lines) {
        return lines.stream().filter(line -> line.contains("LATE_SHIPMENT")).toList();
    }

    private Process start(String option) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
        for (String name : List.of("java.util", "java.lang", "java.time", "java.nio", "java.net")) {
            command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "demo", option));
        command.addAll(
                List.of("--speed", "3600", "--data", folder.resolve("demo").toString()));
        for (String name : List.of("--console-port", "--kafka-port", "--kafka-controller-port", "--flink-port")) {
            command.addAll(List.of(name, String.valueOf(freePort())));
        }
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
