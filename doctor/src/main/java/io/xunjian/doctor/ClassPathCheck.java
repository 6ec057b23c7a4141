package io.xunjian.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the JobManager runs with: Flink takes its own packages, the Kafka connector's too, from its own class path first. */
final class ClassPathCheck implements Check {

    private static final int JAVA = 17;
    private static final Pattern SPECIFICATION = Pattern.compile(" (\\d+)/");
    private static final List<String> BROUGHT_BY_JOBS =
            List.of("flink-connector-kafka", "flink-sql-connector-kafka", "kafka-clients");
    private static final List<String> WITH_ROCKSDB = List.of("flink-dist", "flink-statebackend-rocksdb");

    @Override
    public Area area() {
        return Area.CLUSTER;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws IOException {
        if (!patient.hasCluster()) {
            return List.of();
        }
        JsonNode environment = patient.cluster().rest().get("/jobmanager/environment");
        List<String> jars = new ArrayList<>();
        for (JsonNode entry : environment.path("classpath")) {
            jars.add(Path.of(entry.asText()).getFileName().toString());
        }
        List<Ailment> ailments = new ArrayList<>();
        jars.stream().filter(jar -> isAny(jar, BROUGHT_BY_JOBS)).forEach(jar -> ailments.add(brought(jar)));
        if (jars.stream().noneMatch(jar -> isAny(jar, WITH_ROCKSDB))) {
            ailments.add(Condition.ROCKSDB_MISSING.because(
                    "The cluster's class path has no RocksDB, in which the job keeps its state",
                    "Put flink-statebackend-rocksdb of the cluster's version into Flink's lib folder"));
        }
        java(environment.path("jvm").path("version").asText(), ailments);
        return ailments;
    }

    private static Ailment brought(String jar) {
        return Condition.CONNECTOR_ON_CLUSTER.because(
                "The cluster's own class path has " + jar + ", which goes before that of the job",
                "Take it out of Flink's lib folder: the job's jar has the one that it needs");
    }

    /** Flink says it as {@code OpenJDK 64-Bit Server VM - Debian - 17/17.0.18+8}. */
    private static void java(String version, List<Ailment> ailments) {
        Matcher specification = SPECIFICATION.matcher(version);
        if (specification.find() && Integer.parseInt(specification.group(1)) < JAVA) {
            ailments.add(Condition.CLUSTER_JAVA.because(
                    "The JobManager runs on Java " + specification.group(1), "Run Flink on Java " + JAVA));
        }
    }

    private static boolean isAny(String jar, List<String> names) {
        return names.stream().anyMatch(jar::startsWith);
    }
}
