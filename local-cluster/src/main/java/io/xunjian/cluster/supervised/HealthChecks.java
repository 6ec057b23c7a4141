package io.xunjian.cluster.supervised;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.cluster.rest.FlinkRest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** How each part is asked. */
final class HealthChecks {

    private static final int PATIENCE_MS = 3_000;

    /** A TaskManager whose last heartbeat is older is not counted on by the JobManager either. */
    private static final long FRESH_MS = 12_000;

    private final ClusterSettings settings;
    private final FlinkRest flink;

    HealthChecks(ClusterSettings settings) {
        this.settings = settings;
        this.flink = settings.isHa()
                ? FlinkRest.at(settings.flink() + ",http://127.0.0.1:" + settings.port(ClusterSettings.STANDBY_PORT))
                : FlinkRest.at(settings.flink());
    }

    HealthCheck of(Part part) {
        return switch (part.name()) {
            case "kafka" -> since -> kafkaAnswers();
            case "zookeeper" -> since -> zookeeperAnswers();
            case "jobmanager", "jobmanager-standby" -> {
                FlinkRest own = FlinkRest.at("http://127.0.0.1:" + part.ports().get(0));
                yield since -> hasOverview(own);
            }
            default -> since -> beats(part.name(), since);
        };
    }

    private boolean kafkaAnswers() {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS))) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean zookeeperAnswers() {
        try (Socket socket = new Socket()) {
            int port = settings.port(ClusterSettings.ZOOKEEPER_PORT);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write("srvr".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).contains("Mode:");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean hasOverview(FlinkRest own) {
        try {
            return own.get("/overview").has("taskmanagers");
        } catch (IOException e) {
            return false;
        }
    }

    private boolean beats(String name, long since) {
        try {
            for (JsonNode manager : flink.get("/taskmanagers").path("taskmanagers")) {
                long beat = manager.path("timeSinceLastHeartbeat").asLong(); // an instant, whatever its name says
                if (manager.path("id").asText().equals(name)) {
                    return beat > since && System.currentTimeMillis() - beat < FRESH_MS;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
