package io.xunjian.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;

/** One that joins another, which remains the controller of both. It takes everyone. */
public final class SecondBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;

    private SecondBroker(Process process) {
        this.process = process;
    }

    /** Starts it and waits until both are one cluster. */
    public static SecondBroker join(SecuredBroker first, Path folder) throws Exception {
        BrokerFolder kafka = new BrokerFolder(Files.createDirectories(folder.resolve("second")));
        Files.createDirectories(kafka.path().resolve(BrokerFolder.TOPICS));
        Path properties = Files.writeString(kafka.path().resolve(BrokerFolder.PROPERTIES), """
                process.roles=broker
                node.id=2
                controller.quorum.voters=1@127.0.0.1:%d
                listeners=OPEN://127.0.0.1:%d
                listener.security.protocol.map=OPEN:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=OPEN
                log.dirs=%s
                """.formatted(
                first.controllerPort(), FreePorts.some(1).get(0), kafka.path().resolve(BrokerFolder.TOPICS)));
        String[] command = {"format", "--config", properties.toString(), "--cluster-id", SecuredBroker.CLUSTER_ID};
        assertThat(StorageTool.execute(command, new PrintStream(OutputStream.nullOutputStream())))
                .isZero();
        SecondBroker second = new SecondBroker(BrokerCommand.start(kafka));
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", first.open()))) {
            while (admin.describeCluster().nodes().get().size() < 2) {
                assertThat(System.nanoTime()).as("see " + kafka.path()).isLessThan(giveUpAt);
            }
        }
        return second;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
