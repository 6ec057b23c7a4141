package io.xunjian.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The data folder of a broker. The broker runs in it, so that no file names it: it can be moved while the broker is down.
 */
public record BrokerFolder(Path path) {

    static final String PROPERTIES = "server.properties";
    static final String LOG = "broker.log";

    /** What the broker keeps: the topics and the cluster's metadata, in Kafka's own layout. */
    static final String TOPICS = "topics";

    /** Makes the folder and what the broker reads in it. */
    public void prepare(BrokerSettings settings) throws IOException {
        Files.createDirectories(path.resolve(TOPICS));
        Files.writeString(path.resolve(PROPERTIES), properties(settings));
    }

    /** Fails where another broker works on this folder: two would destroy it. */
    void requireUnused() throws IOException {
        Path lockFile = path.resolve(TOPICS).resolve(".lock");
        if (!Files.exists(lockFile)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new CannotStart(
                        "Data folder %s is in use by another Kafka broker. Stop it, or choose another folder."
                                .formatted(path));
            }
        }
    }

    BrokerLog log() {
        return new BrokerLog(path.resolve(LOG), path.resolve("broker.out"));
    }

    Path argumentFile() {
        return path.resolve("broker.args");
    }

    private static String properties(BrokerSettings settings) {
        return """
                # Written at every start.
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@%1$s:%3$d
                listeners=PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d
                advertised.listeners=PLAINTEXT://%1$s:%2$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%4$s
                num.partitions=1
                auto.create.topics.enable=false
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                transaction.max.timeout.ms=900000
                group.initial.rebalance.delay.ms=0
                # Nothing is deleted for its age: events and alerts carry the time when they happened.
                log.retention.ms=-1
                # A record may say that it is from any time.
                log.message.timestamp.before.max.ms=9223372036854775807
                log.message.timestamp.after.max.ms=9223372036854775807
                """.formatted(BrokerSettings.HOST, settings.port(), settings.controllerPort(), TOPICS);
    }
}
