package io.xunjian.cluster.supervised;

import io.xunjian.jobs.SettingsRejected;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * Ports and memory of a cluster.
 *
 * @param ports by name, those that are listened on; of {@link #PORTS}
 * @param memory MiB by part, of {@link #MEMORY}
 * @param counts of {@link #COUNTS}
 * @param isHa whether a standby JobManager takes over from one that dies
 */
public record ClusterSettings(
        Map<String, Integer> ports, Map<String, Integer> memory, Map<String, Integer> counts, boolean isHa) {

    static final String KAFKA_PORT = "kafka.port";
    static final String KAFKA_CONTROLLER_PORT = "kafka.controller.port";
    static final String FLINK_PORT = "flink.port";
    static final String FLINK_RPC_PORT = "flink.rpc.port";
    static final String STANDBY_PORT = "standby.port";
    static final String STANDBY_RPC_PORT = "standby.rpc.port";
    static final String ZOOKEEPER_PORT = "zookeeper.port";
    static final List<String> PORTS = List.of(
            KAFKA_PORT,
            KAFKA_CONTROLLER_PORT,
            FLINK_PORT,
            FLINK_RPC_PORT,
            STANDBY_PORT,
            STANDBY_RPC_PORT,
            ZOOKEEPER_PORT);
    /** Of the first JobManager's metrics; each other Flink process has the next one. 0 for none. */
    static final String METRICS_PORT = "metrics.port";

    static final List<String> PORTS_OF_HA = List.of(STANDBY_PORT, STANDBY_RPC_PORT, ZOOKEEPER_PORT);

    static final String KAFKA_MEMORY = "kafka.memory";
    static final String JOBMANAGER_MEMORY = "jobmanager.memory";
    static final String TASKMANAGER_MEMORY = "taskmanager.memory";
    static final String ZOOKEEPER_MEMORY = "zookeeper.memory";
    static final List<String> MEMORY = List.of(KAFKA_MEMORY, JOBMANAGER_MEMORY, TASKMANAGER_MEMORY, ZOOKEEPER_MEMORY);

    static final String TASKMANAGERS = "taskmanagers";
    static final String SLOTS = "taskmanager.slots";
    static final String PARALLELISM = "parallelism";
    static final List<String> COUNTS = List.of(TASKMANAGERS, SLOTS, PARALLELISM);

    static final String HA = "ha";

    private static final String HOST = "127.0.0.1";

    private static final String DEFAULTS = """
            # How the cluster runs. Read at each start; a line that is taken away has its default. Everything listens on
            # 127.0.0.1 only.
            kafka.port=9092
            kafka.controller.port=9093
            # of the web page and of REST
            flink.port=8081
            flink.rpc.port=6123
            # MiB: of Kafka and ZooKeeper the heap, of Flink's processes all
            kafka.memory=512
            jobmanager.memory=1024
            taskmanager.memory=2048
            taskmanagers=2
            # how many parts of jobs a TaskManager runs at once, and how many a job has unless it says
            taskmanager.slots=2
            parallelism=2
            # true: a ZooKeeper and a standby JobManager, so that jobs outlive the JobManager
            ha=false
            standby.port=8082
            standby.rpc.port=6124
            zookeeper.port=2181
            zookeeper.memory=128
            # where Prometheus finds the JobManager's metrics: 9249, say. The TaskManagers have the next ports. 0: nowhere
            metrics.port=0
            """;

    /**
     * Reads the settings of a folder, after writing them with their defaults where there are none.
     *
     * @param isHa whether to set {@code ha=true} in them
     * @throws SettingsRejected with every fault that they have
     */
    public static ClusterSettings in(ClusterFolder folder, boolean isHa) throws IOException, SettingsRejected {
        Path file = folder.settings();
        if (!Files.exists(file)) {
            Files.createDirectories(folder.path());
            Files.writeString(file, DEFAULTS);
        }
        if (isHa) {
            Files.write(file, SettingsReading.with(Files.readAllLines(file), HA, "true"));
        }
        Properties properties = SettingsReading.lines(DEFAULTS);
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new SettingsRejected(List.of(file + ": " + e.getMessage()));
        }
        return new SettingsReading(properties, file).settings();
    }

    int port(String name) {
        return ports.get(name);
    }

    /** Where the n-th of Flink's processes shows its metrics; empty where none does. */
    OptionalInt metricsPort(int n) {
        Integer port = ports.get(METRICS_PORT);
        return port == null ? OptionalInt.empty() : OptionalInt.of(port + n);
    }

    int memory(String name) {
        return memory.get(name);
    }

    int count(String name) {
        return counts.get(name);
    }

    /** Where clients find Kafka. */
    public String bootstrap() {
        return HOST + ':' + port(KAFKA_PORT);
    }

    /** Where Flink's web page and REST are. */
    public String flink() {
        return "http://" + HOST + ':' + port(FLINK_PORT);
    }

    String zookeeper() {
        return HOST + ':' + port(ZOOKEEPER_PORT);
    }
}
