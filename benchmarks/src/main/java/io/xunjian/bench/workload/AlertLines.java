package io.xunjian.bench.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what a run found from its alerts in JSON. */
public final class AlertLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AlertLines() {}

    /** The alerts in a file of JSON Lines, of one rule or, where that is {@code null}, of all. */
    public static NetAlerts read(Path file, String ruleCode) throws IOException {
        NetAlerts alerts = new NetAlerts();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode alert = JSON.readTree(line);
                if (ruleCode == null || ruleCode.equals(alert.path("ruleCode").asText())) {
                    add(alert, alerts);
                }
            }
        }
        return alerts;
    }

    /** Parses an alert. */
    public static JsonNode parse(byte[] alert) throws IOException {
        return JSON.readTree(alert);
    }

    /** Adds an alert, unless it was revoked. */
    public static void add(JsonNode alert, NetAlerts to) {
        if (!alert.path("status").asText().equals("REVOKED")) {
            JsonNode curedAt = alert.path("curedAt");
            to.add(
                    alert.path("alertId").asText(),
                    alert.path("ruleCode").asText(),
                    alert.path("ruleVersion").asInt(),
                    alert.path("subjectType").asText(),
                    alert.path("subjectId").asText(),
                    alert.path("level").asInt(),
                    alert.path("status").asText(),
                    alert.path("raisedAt").asLong(),
                    curedAt.isNumber() ? curedAt.asLong() : null);
        }
    }
}
