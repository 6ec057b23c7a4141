package io.xunjian.cluster.supervised;

import io.xunjian.cluster.ArgumentFile;
import io.xunjian.cluster.BrokerMain;
import io.xunjian.cluster.BrokerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The processes of a cluster, in the order in which they start; what they read is written here. */
final class ClusterParts {

    private static final String LOGGING = "classpath:io/xunjian/cluster/supervised/part-log4j2.xml";
    private static final String KAFKA_LOGGING = "classpath:io/xunjian/cluster/broker-log4j2.xml";

    private final ClusterFolder folder;
    private final ClusterSettings settings;

    ClusterParts(ClusterFolder folder, ClusterSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    List<Part> prepare() throws IOException {
        List<Part> parts = new ArrayList<>();
        parts.add(kafka());
        if (settings.isHa()) {
            parts.add(zookeeper());
        }
        parts.addAll(new FlinkParts(folder, settings).prepare());
        return parts;
    }

    private Part kafka() throws IOException {
        int port = settings.port(ClusterSettings.KAFKA_PORT);
        int controllerPort = settings.port(ClusterSettings.KAFKA_CONTROLLER_PORT);
        folder.kafka().prepare(new BrokerSettings(folder.kafka().path(), port, controllerPort));
        int heap = settings.memory(ClusterSettings.KAFKA_MEMORY);
        return new Part(
                "kafka",
                List.of(port, controllerPort),
                heap,
                List.of(
                        "-Xmx" + heap + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-Dlog4j2.configurationFile=" + KAFKA_LOGGING,
                        "-Dxunjian.broker.log=" + folder.log("kafka")),
                ArgumentFile.ownClassPath(),
                BrokerMain.class.getName(),
                List.of(),
                folder.kafka().path());
    }

    private Part zookeeper() throws IOException {
        int port = settings.port(ClusterSettings.ZOOKEEPER_PORT);
        Files.writeString(folder.conf().resolve("zoo.cfg"), """
                # Written at every start.
                dataDir=%s
                clientPort=%d
                clientPortAddress=127.0.0.1
                tickTime=1000
                admin.enableServer=false
                autopurge.purgeInterval=1
                """.formatted(folder.zookeeper(), port));
        int heap = settings.memory(ClusterSettings.ZOOKEEPER_MEMORY);
        return new Part(
                "zookeeper",
                List.of(port),
                heap,
                List.of("-Xmx" + heap + "m", "-XX:+ExitOnOutOfMemoryError", logging(), logFile("zookeeper")),
                FlinkClassPath.ofThisProcess(),
                PartMain.class.getName(),
                List.of(
                        "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer",
                        "--zkConfigFile",
                        folder.conf().resolve("zoo.cfg").toString(),
                        "--peerId",
                        "1"),
                folder.zookeeper());
    }

    static String logging() {
        return "-Dlog4j2.configurationFile=" + LOGGING;
    }

    /** Flink's web page shows the log that this names. */
    private String logFile(String part) {
        return "-Dlog.file=" + folder.log(part);
    }
}
