package io.xunjian.cluster.supervised;

import io.xunjian.cluster.BrokerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a cluster keeps all that it has; {@code path} is absolute. */
public record ClusterFolder(Path path) {

    static final String SUPERVISOR = "supervisor";

    /** The folder of that name, whatever the working directory becomes. */
    public static ClusterFolder of(Path path) {
        return new ClusterFolder(path.toAbsolutePath().normalize());
    }

    Path settings() {
        return path.resolve("cluster.properties");
    }

    Path conf() {
        return path.resolve("conf");
    }

    /** What the supervisor last wrote about its parts. */
    Path status() {
        return path.resolve("status.json");
    }

    /** Held by the supervisor for as long as it runs. */
    Path lock() {
        return path.resolve("supervisor.lock");
    }

    Path logs() {
        return path.resolve("logs");
    }

    /** What a part logs. */
    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** What its process prints: what went wrong before there was a log. */
    Path output(String part) {
        return logs().resolve(part + ".out");
    }

    Path arguments(String part) {
        return conf().resolve(part + ".args");
    }

    BrokerFolder kafka() {
        return new BrokerFolder(path.resolve("kafka"));
    }

    Path checkpoints() {
        return path.resolve("checkpoints");
    }

    Path savepoints() {
        return path.resolve("savepoints");
    }

    /** Jars that jobs are made of. */
    Path jars() {
        return path.resolve("jars");
    }

    /** What a standby JobManager needs to take over. */
    Path takeover() {
        return path.resolve("ha");
    }

    Path zookeeper() {
        return path.resolve("zookeeper");
    }

    Path scratch() {
        return path.resolve("tmp");
    }

    void make() throws IOException {
        for (Path folder :
                List.of(conf(), logs(), checkpoints(), savepoints(), jars(), takeover(), zookeeper(), scratch())) {
            Files.createDirectories(folder);
        }
    }
}
