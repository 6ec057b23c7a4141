package io.xunjian.bench.latency;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.bench.run.LiveRun;
import io.xunjian.bench.workload.AlertLines;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures the live job's latency on a broker of its own. */
public final class LiveLatency {

    private static final long DISORDER = 500;
    private static final long WARM_UP = 10_000;

    private final Path folder;
    private final int port;

    public LiveLatency(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Sends so many events in a second for so long, and says how long the alerts took. */
    public void run(int rate, Duration length, List<String> settings, PrintStream out) throws Exception {
        List<String> all = new ArrayList<>(
                List.of("--disorder", Duration.ofMillis(DISORDER).toString()));
        all.addAll(settings);
        try (LiveRun live = LiveRun.start(folder, port, all)) {
            long from = System.currentTimeMillis() + WARM_UP;
            long sent = new PacedOrders(live.bootstrap(), rate).send(length.plusMillis(WARM_UP));
            Thread.sleep(PacedOrders.PROMISE + 2 * DISORDER);
            List<Long> latencies = new ArrayList<>();
            live.alerts().forEach((alertId, bytes, takenAt) -> {
                JsonNode alert = AlertLines.parse(bytes);
                long raisedAt = alert.path("raisedAt").asLong();
                if (alert.path("ruleCode").asText().equals("LATE_SHIPMENT") && raisedAt >= from) {
                    latencies.add(takenAt - raisedAt - DISORDER);
                }
            });
            out.printf("%,d events%n", sent);
            out.println(
                    Latencies.of(latencies.stream().mapToLong(Long::longValue).toArray()));
        }
    }
}
