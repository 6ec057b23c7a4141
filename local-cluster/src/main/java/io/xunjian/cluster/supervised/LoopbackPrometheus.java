package io.xunjian.cluster.supervised;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.prometheus.AbstractPrometheusReporter;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Flink's metrics for Prometheus, on 127.0.0.1: Flink's own reporter listens on every address of the machine. */
public final class LoopbackPrometheus extends AbstractPrometheusReporter {

    private static final String PORT = "port";

    private HttpServer server;

    @Override
    public void open(MetricConfig config) {
        super.open(config);
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), config.getInteger(PORT, 0)), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("No metrics can be shown on port " + config.getInteger(PORT, 0), e);
        }
        CollectorRegistry registry = registry();
        server.createContext("/metrics", exchange -> answer(exchange, registry));
        server.start();
    }

    /** Flink's own reporter is in its package, and so is this field. */
    private CollectorRegistry registry() {
        try {
            Field field = AbstractPrometheusReporter.class.getDeclaredField("registry");
            field.setAccessible(true);
            return (CollectorRegistry) field.get(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Flink's reporter has changed", e);
        }
    }

    private static void answer(HttpExchange exchange, CollectorRegistry registry) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", TextFormat.CONTENT_TYPE_004);
            exchange.sendResponseHeaders(200, 0);
            try (Writer out = new OutputStreamWriter(exchange.getResponseBody(), StandardCharsets.UTF_8)) {
                TextFormat.write004(out, registry.metricFamilySamples());
            }
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        super.close();
    }

    /** Named in Flink's settings. */
    public static final class Factory implements MetricReporterFactory {

        @Override
        public MetricReporter createMetricReporter(Properties properties) {
            return new LoopbackPrometheus();
        }
    }
}
