package io.xunjian.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.cluster.rest.FlinkRest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What others than its user see of a live job. */
record ShownToOthers(WatchProcess watch, Path flink) {

    /** As {@code ps} has them. */
    String arguments() throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(watch.pid()), "cmdline"));
    }

    /** Everything that Flink's page knows of the job and of the JobManager. */
    String rest() throws IOException {
        FlinkRest rest = FlinkRest.at(address());
        StringBuilder all = new StringBuilder();
        for (JsonNode job : rest.get("/jobs").path("jobs")) {
            String path = "/jobs/" + job.path("id").asText();
            for (String part : new String[] {"", "/config", "/plan", "/exceptions", "/accumulators", "/checkpoints"}) {
                all.append(rest.get(path + part)).append('\n');
            }
        }
        for (String path : new String[] {"/jobmanager/config", "/jobmanager/environment", "/taskmanagers"}) {
            all.append(rest.get(path)).append('\n');
        }
        return all.toString();
    }

    String log() throws IOException {
        return Files.readString(flink.resolve("watch.log"));
    }

    /** The bytes of the checkpoints that are there just now. */
    String checkpoints() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(flink.resolve("checkpoints"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.exists(file)) {
                    all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return all.toString();
    }

    private String address() throws IOException {
        return log().lines()
                .filter(line -> line.startsWith(WatchProcess.ADDRESS))
                .reduce((first, last) -> last)
                .orElseThrow()
                .substring(WatchProcess.ADDRESS.length());
    }
}
