package io.xunjian.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Prometheus of its own, with the settings and alarms of deploy/prometheus. */
final class PrometheusRun implements AutoCloseable {

    static final Path DEPLOY = Path.of("").toAbsolutePath().getParent().resolve("deploy");

    private static final Path PROGRAM = Path.of("/usr/bin/prometheus");
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private PrometheusRun(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isHere() {
        return Files.isExecutable(PROGRAM);
    }

    /** @param metrics the first of the three ports where Flink's processes show their metrics */
    static PrometheusRun start(Path folder, int port, int metrics) throws Exception {
        Files.createDirectories(folder);
        String config = Files.readString(DEPLOY.resolve("prometheus/prometheus.yml"))
                .replace("15s", "1s")
                .replace("9249", String.valueOf(metrics))
                .replace("9250", String.valueOf(metrics + 1))
                .replace("9251", String.valueOf(metrics + 2));
        Files.writeString(folder.resolve("prometheus.yml"), config);
        Files.copy(DEPLOY.resolve("prometheus/alerts.yml"), folder.resolve("alerts.yml"));
        Process process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        PrometheusRun run = new PrometheusRun(process, port);
        run.awaitReady();
        return run;
    }

    private void awaitReady() throws Exception {
        long giveUpAt = System.nanoTime() + PATIENCE_NANOS;
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("Prometheus does not come up; see prometheus.log");
            }
            Thread.onSpinWait();
        }
    }

    private boolean isReady() throws Exception {
        try {
            return get("/-/ready").statusCode() == 200;
        } catch (ConnectException e) {
            return false; // it does not listen yet
        }
    }

    /** Prometheus' answer, as it is: of an expression that it does not understand, an error. */
    JsonNode query(String expression) throws Exception {
        String query = "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8);
        return new ObjectMapper().readTree(get(query).body());
    }

    /** The value of the only series that there is, not a number where there is none. */
    double value(String expression) throws Exception {
        return query(expression).at("/data/result/0/value/1").asDouble(Double.NaN);
    }

    boolean hasData(String metric) throws Exception {
        return !query(metric).at("/data/result").isEmpty();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
