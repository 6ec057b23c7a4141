package io.xunjian.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A Kafka broker of one node, in a process of its own, which ends with this process if not before. */
public final class Broker implements AutoCloseable {

    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(60);
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(10);

    private final BrokerSettings settings;
    private final Process process;

    private Broker(BrokerSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts a broker and waits until it answers.
     *
     * @throws CannotStart where a port or the folder is taken, or the broker ends or is silent for a minute
     */
    public static Broker start(BrokerSettings settings) throws IOException, InterruptedException {
        LoopbackPort port = new LoopbackPort(settings.port(), "Kafka", "--kafka-port");
        BrokerFolder folder = new BrokerFolder(settings.dataFolder().toAbsolutePath());
        folder.requireUnused();
        port.requireFree();
        new LoopbackPort(settings.controllerPort(), "Kafka controller", "--kafka-controller-port").requireFree();
        folder.prepare(settings);
        long logFrom = folder.log().length();
        Broker broker = new Broker(settings, BrokerCommand.start(folder));
        try {
            broker.awaitAnswer(port, folder.log(), logFrom);
            return broker;
        } catch (IOException | InterruptedException | RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /** Where clients find it. */
    public String bootstrap() {
        return settings.bootstrap();
    }

    /** The id of its process. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The file that it logs to. */
    public Path logFile() {
        return new BrokerFolder(settings.dataFolder().toAbsolutePath()).log().file();
    }

    /** Asks it to end, and ends it by force after ten seconds. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_AT_END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswer(LoopbackPort port, BrokerLog log, long logFrom) throws IOException, InterruptedException {
        long giveUpAt = System.nanoTime() + PATIENCE_AT_START.toNanos();
        while (!port.isListening() || !answers()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new CannotStart("Kafka ended with code %d while starting: %s (its log: %s)"
                        .formatted(process.exitValue(), log.lastErrorAfter(logFrom), log.file()));
            }
            if (System.nanoTime() - giveUpAt > 0) {
                throw new CannotStart("Kafka did not answer within %d s: %s (its log: %s)"
                        .formatted(PATIENCE_AT_START.toSeconds(), log.lastErrorAfter(logFrom), log.file()));
            }
        }
    }

    private boolean answers() throws InterruptedException {
        Map<String, Object> patience = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        try (Admin admin = Admin.create(patience)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        }
    }
}
