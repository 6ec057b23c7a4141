package io.xunjian.backtest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xunjian.rules.files.Summary;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the candidate would have done, added up from {@code diff.jsonl}: by rule, by level and by subject. It stands in the
 * summary as {@code comparison}.
 */
public final class Comparison implements Summary.Part {

    private static final int MOST_AFFECTED = 20;
    private static final int EXAMPLES = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Subject(String type, String id) {}

    private final Delta all = new Delta();
    private final Map<String, Delta> rules = new TreeMap<>();
    private final Map<String, Map<Integer, Delta>> levels = new TreeMap<>();
    private final Map<Subject, Delta> subjects = new HashMap<>();

    /** The first changes of each kind of each rule. */
    private final Map<String, List<ObjectNode>> examples = new TreeMap<>();

    private Comparison() {}

    /** Adds up a file of differences. */
    public static Comparison read(Path diff) throws IOException {
        Comparison comparison = new Comparison();
        try (BufferedReader lines = Files.newBufferedReader(diff)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                comparison.add((ObjectNode) JSON.readTree(line));
            }
        }
        return comparison;
    }

    private void add(ObjectNode change) {
        JsonNode alert = change.has("after") ? change.get("after") : change.get("before");
        String rule = alert.get("ruleCode").asText();
        Subject subject = new Subject(
                alert.get("subjectType").asText(), alert.get("subjectId").asText());
        int level = alert.get("level").asInt();
        all.add(change);
        rules.computeIfAbsent(rule, code -> new Delta()).add(change);
        levels.computeIfAbsent(rule, code -> new TreeMap<>())
                .computeIfAbsent(level, number -> new Delta())
                .add(change);
        subjects.computeIfAbsent(subject, one -> new Delta()).add(change);
        List<ObjectNode> alike = examples.computeIfAbsent(kindOf(change), kind -> new ArrayList<>());
        if (alike.size() < EXAMPLES) {
            alike.add(change);
        }
    }

    private static String kindOf(JsonNode change) {
        return change.get("ruleCode").asText() + change.get("change").asText();
    }

    /** All that differs. */
    public Delta all() {
        return all;
    }

    /** What differs of one rule. */
    public Delta of(String ruleCode) {
        return rules.getOrDefault(ruleCode, new Delta());
    }

    /** By rule code. */
    public Map<String, Delta> rules() {
        return rules;
    }

    /** Ten changes, of as many kinds and rules as there are. */
    List<ObjectNode> examples() {
        List<ObjectNode> chosen = new ArrayList<>();
        for (int i = 0; i < EXAMPLES; i++) {
            for (List<ObjectNode> alike : examples.values()) {
                if (i < alike.size() && chosen.size() < EXAMPLES) {
                    chosen.add(alike.get(i));
                }
            }
        }
        return chosen;
    }

    @Override
    public String name() {
        return "comparison";
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        all.writeFields(json);
        json.writeNumberField("subjects", subjects.size());
        json.writeObjectFieldStart("rules");
        for (Map.Entry<String, Delta> rule : rules.entrySet()) {
            json.writeObjectFieldStart(rule.getKey());
            rule.getValue().writeFields(json);
            json.writeObjectFieldStart("levels");
            for (Map.Entry<Integer, Delta> level : levels.get(rule.getKey()).entrySet()) {
                json.writeObjectFieldStart(level.getKey().toString());
                level.getValue().writeFields(json);
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndObject();
        writeMostAffected(json);
        json.writeArrayFieldStart("examples");
        for (ObjectNode example : examples()) {
            json.writeRawValue(example.toString());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeMostAffected(JsonGenerator json) throws IOException {
        List<Map.Entry<Subject, Delta>> most = subjects.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Subject, Delta>>comparingLong(
                                subject -> -subject.getValue().changes())
                        .thenComparing(subject -> subject.getKey().type)
                        .thenComparing(subject -> subject.getKey().id))
                .limit(MOST_AFFECTED)
                .toList();
        json.writeArrayFieldStart("mostAffected");
        for (Map.Entry<Subject, Delta> subject : most) {
            json.writeStartObject();
            json.writeStringField("subjectType", subject.getKey().type);
            json.writeStringField("subjectId", subject.getKey().id);
            subject.getValue().writeFields(json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
