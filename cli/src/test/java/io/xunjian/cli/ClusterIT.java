package io.xunjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xunjian.cluster.History;
import io.xunjian.cluster.supervised.Health;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.NetAlert;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of processes, as a user has it: killed, upgraded and stopped. */
class ClusterIT {

    private static final String[] WATCH = {
        "--set", "disorder=" + Duration.ofMillis(History.DISORDER_MS), "--set", "checkpoint-interval=PT0.5S"
    };

    @TempDir
    private Path folder;

    @BeforeAll
    static void buildIsHere() {
        System.setProperty("xunjian.home", Path.of("..").toAbsolutePath().toString());
    }

    @Test
    void aLiveJobWhoseProcessesAreKilledAndThatIsUpgradedFindsWhatTheBacktestFinds() throws Exception {
        Cases.Case mixed = Cases.named("mixed-2");
        History history = History.of(mixed.events(), 17);
        try (ClusterRun cluster = ClusterRun.start(folder.resolve("cluster"), "--ha")) {
            ClusterRun.run("doctor", "--bootstrap", cluster.bootstrap(), "--cluster", cluster.addresses());
            String job = watch(cluster);
            history.send(cluster.bootstrap(), 0, 0.4);
            cluster.topics().alerts(alerts -> alerts.size() > 50);
            assertThat(cluster.isBusy("taskmanager-1")).isTrue();
            assertThat(cluster.isBusy("taskmanager-2")).isTrue();
            cluster.kill("taskmanager-1");
            history.send(cluster.bootstrap(), 0.4, 0.6);
            cluster.await("taskmanager-1", part -> part.health() == Health.UP && part.restarts() == 1);
            JsonNode upgraded = json(cluster.submit("upgrade", job.substring(0, 12), "--json"));
            assertThat(upgraded.path("savepoint").asText()).startsWith("file:").contains("savepoints");
            history.send(cluster.bootstrap(), 0.6, 0.8);
            cluster.kill("jobmanager");
            cluster.kill("jobmanager-standby");
            cluster.await("jobmanager", part -> part.health() == Health.UP && part.restarts() == 1);
            cluster.awaitRunning(upgraded.path("jobId").asText());
            history.send(cluster.bootstrap(), 0.8, 1);
            Predicate<List<NetAlert>> isWhole = alerts -> isExpected(alerts, history, mixed);
            assertThat(isWhole.test(cluster.topics().alerts(isWhole))).isTrue();
            assertThat(cluster.submit("stop", upgraded.path("jobId").asText())).startsWith("file:");
            backtestsAreTheSame(cluster, mixed, history);
            cluster.stop();
            assertThat(cluster.processes()).isEmpty();
        }
    }

    private static String watch(ClusterRun cluster) throws IOException {
        return json(cluster.submit(
                        "watch", "--json", "--bootstrap", cluster.bootstrap(), WATCH[0], WATCH[1], WATCH[2], WATCH[3]))
                .path("jobId")
                .asText();
    }

    /** On the cluster, and on a Flink in this process: over files with a candidate, and over the topics. */
    private void backtestsAreTheSame(ClusterRun cluster, Cases.Case mixed, History history) {
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");
        String events = mixed.events().toString();
        String sweep = "LATE_SHIPMENT.rejudgeInterval=PT12H,PT24H";
        ClusterRun.run("backtest", "--engine", "flink", "--events", events, "--sweep", sweep, "--out", here.toString());
        cluster.submit("backtest", "--events", events, "--sweep", sweep, "--out", there.toString());
        assertSame(here, there);
        String until = Long.toString(history.horizon());
        ClusterRun.run("backtest", "--kafka", cluster.bootstrap(), "--until", until, "--out", here.toString());
        cluster.submit("backtest", "--kafka", cluster.bootstrap(), "--until", until, "--out", there.toString());
        assertSame(here, there);
    }

    private static void assertSame(Path here, Path there) {
        for (String file : List.of("alerts.jsonl", "dead-letters.jsonl", "summary.json", "report.html")) {
            assertThat(there.resolve(file)).hasSameBinaryContentAs(here.resolve(file));
        }
    }

    private static boolean isExpected(List<NetAlert> alerts, History history, Cases.Case expected) {
        try {
            return NetAlert.net(alerts).stream()
                    .filter(alert -> alert.raisedAt() <= history.horizon())
                    .toList()
                    .equals(expected.expected());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
