package io.xunjian.cluster.supervised;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.metrics.NoOpMetricRegistry;
import org.apache.flink.runtime.metrics.filter.ReporterFilter;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.FrontMetricGroup;
import org.apache.flink.runtime.metrics.groups.ReporterScopedSettings;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackPrometheusTest {

    private final LoopbackPrometheus reporter = new LoopbackPrometheus();

    @BeforeEach
    void open() {
        reporter.open(new MetricConfig());
    }

    @AfterEach
    void close() {
        reporter.close();
    }

    @Test
    void metricsAreShownWithTheirLabels() throws Exception {
        SimpleCounter breaches = new SimpleCounter();
        breaches.inc(3);
        var job = TaskManagerMetricGroup.createTaskManagerMetricGroup(
                        NoOpMetricRegistry.INSTANCE, "localhost", new ResourceID("taskmanager-1"))
                .addJob(new JobID(), "watch");
        var rule = (AbstractMetricGroup<?>) job.addGroup("rule", "LATE_SHIPMENT");
        ReporterScopedSettings<Metric> asReportersSeeIt =
                new ReporterScopedSettings<>(0, '.', ReporterFilter.getNoOpFilter(), Set.of(), Map.of());
        reporter.notifyOfAddedMetric(breaches, "breaches", new FrontMetricGroup<>(asReportersSeeIt, rule));
        String shown = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + reporter.port() + "/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(shown.lines().filter(line -> line.startsWith("flink_taskmanager_job_rule_breaches{")))
                .singleElement()
                .asString()
                .contains("rule=\"LATE_SHIPMENT\"")
                .endsWith(" 3.0");
    }

    @Test
    void nobodyElseOfTheNetworkSeesThem() throws Exception {
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        for (InetAddress address : outside) {
            assertThat(connects(address))
                    .as(Map.of(address, reporter.port()).toString())
                    .isFalse();
        }
        assertThat(connects(InetAddress.getLoopbackAddress())).isTrue();
    }

    private boolean connects(InetAddress address) throws Exception {
        try (Socket socket = new Socket(address, reporter.port())) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }
}
