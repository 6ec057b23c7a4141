package io.xunjian.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.cluster.rest.FlinkRest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A Flink cluster as its REST interface tells of it. */
final class ClusterFacts {

    private final FlinkRest rest;
    private Map<String, String> settings;
    private JsonNode overview;
    private IOException silence;

    ClusterFacts(FlinkRest rest) {
        this.rest = rest;
    }

    FlinkRest rest() {
        return rest;
    }

    /** Whether it answers. */
    boolean isReached() {
        tryOnce();
        return silence == null;
    }

    /** Why it does not answer; {@code null} where it does. */
    IOException silence() {
        tryOnce();
        return silence;
    }

    JsonNode overview() {
        return overview;
    }

    /** One of its settings, {@code null} where it has its default. */
    String setting(String name) throws IOException {
        if (settings == null) {
            settings = new HashMap<>();
            for (JsonNode setting : rest.get("/jobmanager/config")) {
                settings.put(setting.path("key").asText(), setting.path("value").asText());
            }
        }
        return settings.get(name);
    }

    /** The same as a number. */
    int number(String name, int orElse) throws IOException {
        String value = setting(name);
        return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : orElse;
    }

    private void tryOnce() {
        if (overview != null || silence != null) {
            return;
        }
        try {
            overview = rest.get("/overview");
        } catch (IOException e) {
            silence = e;
        }
    }
}
