package io.xunjian.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whether there is a Flink that takes our jars. */
final class ClusterCheck implements Check {

    private static final String FLINK = "2.3.";

    @Override
    public Area area() {
        return Area.CLUSTER;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws IOException {
        ClusterFacts cluster = patient.cluster();
        if (cluster == null) {
            return List.of();
        }
        String address = patient.plan().cluster();
        if (!cluster.isReached()) {
            return List.of(Condition.CLUSTER_SILENT.because(
                    "No Flink cluster answers at " + address,
                    "Start one (./xunjian cluster start), or set --cluster to where it is"));
        }
        List<Ailment> ailments = new ArrayList<>();
        JsonNode config = cluster.rest().get("/config");
        String version = config.path("flink-version").asText();
        if (!version.startsWith(FLINK)) {
            ailments.add(Condition.FLINK_VERSION.because(
                    "The cluster at " + address + " is Flink " + version, "The job is built for Flink " + FLINK + "x"));
        }
        if (!config.path("features").path("web-submit").asBoolean(true)) {
            ailments.add(Condition.JAR_UPLOAD_OFF.because(
                    "The cluster at " + address + " takes no jars: web.submit.enable is false",
                    "Set it to true where only you reach REST, or run the jar as an application"));
        }
        return ailments;
    }
}
