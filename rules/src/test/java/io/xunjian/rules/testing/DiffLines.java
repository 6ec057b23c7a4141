package io.xunjian.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code diff.jsonl} must say of two files of alerts, worked out from the files alone. */
public final class DiffLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> NOTICED =
            List.of("subjectId", "level", "severity", "status", "raisedAt", "curedAt", "actions");

    private DiffLines() {}

    /** Fails unless the diff has a line for each alert that differs, and no other. */
    public static void assertBetween(Path baseline, Path candidate, Path diff) throws IOException {
        Map<String, JsonNode> before = byId(baseline);
        Map<String, JsonNode> after = byId(candidate);
        Map<String, JsonNode> expected = new TreeMap<>();
        before.forEach((id, alert) -> put(id, alert, after.get(id), expected));
        after.forEach((id, alert) -> put(id, before.get(id), alert, expected));
        Map<String, JsonNode> told = new TreeMap<>();
        for (String line : Files.readAllLines(diff)) {
            JsonNode change = JSON.readTree(line);
            assertThat(told.put(change.get("alertId").asText(), change)).isNull();
        }
        assertThat(told).isEqualTo(expected);
    }

    private static void put(String id, JsonNode before, JsonNode after, Map<String, JsonNode> expected) {
        var line = JSON.createObjectNode();
        line.put("change", before == null ? "ADDED" : after == null ? "REMOVED" : "CHANGED");
        line.put("alertId", id);
        line.set("ruleCode", (after == null ? before : after).get("ruleCode"));
        if (before != null && after != null) {
            var changed = line.putArray("changed");
            for (String name : NOTICED) {
                if (!JSON.valueToTree(before.get(name)).equals(JSON.valueToTree(after.get(name)))) {
                    changed.add(name);
                }
            }
            if (changed.isEmpty()) {
                return;
            }
        }
        if (before != null) {
            line.set("before", before);
        }
        if (after != null) {
            line.set("after", after);
        }
        expected.put(id, line);
    }

    private static Map<String, JsonNode> byId(Path alerts) throws IOException {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        for (String line : Files.readAllLines(alerts)) {
            JsonNode alert = JSON.readTree(line);
            byId.put(alert.get("alertId").asText(), alert);
        }
        return byId;
    }
}
