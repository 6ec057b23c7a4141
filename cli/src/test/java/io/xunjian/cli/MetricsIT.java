package io.xunjian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xunjian.cluster.FreePorts;
import io.xunjian.cluster.History;
import io.xunjian.rules.Status;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.NetAlert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A real Prometheus over a real job: it understands every alarm and panel, and what they name is there. */
@Tag("long")
class MetricsIT {

    private static final String BREACHES =
            "sum(flink_taskmanager_job_task_operator_book_kind_rule_level_breaches{book=\"active\"})";
    private static final long PATIENCE_NANOS = 90_000_000_000L;

    /** Only of sinks that deliver exactly once. */
    private static final String OF_TRANSACTIONS = "flink_taskmanager_job_task_operator_failedCommittables";

    @TempDir
    private Path folder;

    @BeforeAll
    static void buildIsHere() {
        System.setProperty("xunjian.home", Path.of("..").toAbsolutePath().toString());
    }

    @Test
    void alarmsAndPanelsAreUnderstoodAndWhatTheyNameIsThere() throws Exception {
        assumeTrue(PrometheusRun.isHere(), "There is no /usr/bin/prometheus (Debian: prometheus)");
        int metrics = FreePorts.inARow(3);
        Files.createDirectories(folder.resolve("cluster"));
        Files.writeString(folder.resolve("cluster/cluster.properties"), "metrics.port=" + metrics + '\n');
        try (ClusterRun cluster = ClusterRun.start(folder.resolve("cluster"));
                PrometheusRun prometheus = PrometheusRun.start(
                        folder.resolve("prometheus"), FreePorts.some(1).get(0), metrics)) {
            judge(cluster);
            Set<String> expressions = expressions();
            for (String expression : expressions) {
                assertThat(prometheus.query(expression).path("status").asText())
                        .as(expression)
                        .isEqualTo("success");
            }
            for (String metric : metrics(expressions)) {
                await(() -> prometheus.hasData(metric), metric);
            }
            await(() -> prometheus.value(BREACHES) == breaches(cluster.topics().alertsNow()), BREACHES);
        }
    }

    /** Has the live job read a history to its end. */
    private static void judge(ClusterRun cluster) throws Exception {
        Cases.Case mixed = Cases.named("mixed-2");
        History history = History.of(mixed.events(), 17);
        String disorder = "disorder=" + Duration.ofMillis(History.DISORDER_MS);
        cluster.submit("watch", "--bootstrap", cluster.bootstrap(), "--set", disorder);
        history.send(cluster.bootstrap(), 0, 1);
        List<NetAlert> expected = mixed.expected();
        cluster.topics()
                .alerts(alerts -> NetAlert.net(alerts).stream()
                        .filter(alert -> alert.raisedAt() <= history.horizon())
                        .toList()
                        .equals(expected));
    }

    /** How often an alert was told as one that stands, when it did not before. */
    private static long breaches(List<NetAlert> told) {
        Set<String> standing = new HashSet<>();
        long breaches = 0;
        for (NetAlert alert : told) {
            if (alert.status() == Status.REVOKED) {
                standing.remove(alert.alertId());
            } else if (standing.add(alert.alertId())) {
                breaches++;
            }
        }
        return breaches;
    }

    private static Set<String> expressions() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Set<String> expressions = new TreeSet<>();
        JsonNode alarms = json.valueToTree(new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(PrometheusRun.DEPLOY.resolve("prometheus/alerts.yml"))));
        for (JsonNode alarm : alarms.at("/groups/0/rules")) {
            expressions.add(alarm.path("expr").asText());
            assertThat(PrometheusRun.DEPLOY.resolveSibling(
                            alarm.at("/annotations/runbook_url").asText()))
                    .content()
                    .startsWith("# " + alarm.path("alert").asText() + '\n');
        }
        try (var dashboards = Files.list(PrometheusRun.DEPLOY.resolve("grafana"))) {
            for (Path dashboard : dashboards.toList()) {
                for (JsonNode panel : json.readTree(dashboard.toFile()).path("panels")) {
                    panel.path("targets")
                            .forEach(target -> expressions.add(target.path("expr")
                                    .asText()
                                    .replace("$__rate_interval", "1m")
                                    .replace("$__range", "1h")));
                }
            }
        }
        return expressions;
    }

    private static Set<String> metrics(Set<String> expressions) {
        Set<String> metrics = new TreeSet<>();
        Pattern name = Pattern.compile("flink_\\w+");
        expressions.forEach(
                expression -> name.matcher(expression).results().forEach(found -> metrics.add(found.group())));
        metrics.remove(OF_TRANSACTIONS);
        return metrics;
    }

    /** Something that becomes so. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition, String what) throws Exception {
        long giveUpAt = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as(what).isLessThan(giveUpAt);
            Thread.onSpinWait();
        }
    }
}
