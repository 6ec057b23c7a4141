package io.xunjian.backtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.xunjian.rules.files.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well the alerts of one book, or of two, agree with what people decided: by rule, each label being one case. Alerts without
 * a label say nothing. It stands in the summary as {@code labels}.
 */
public final class LabelScores implements Summary.Part {

    private static final JsonFactory JSON = new JsonFactory();

    private final List<Label> labels;
    private final Map<String, List<Label>> byAlert = new HashMap<>();
    private final Map<String, List<Label>> bySubject = new HashMap<>();
    private final Map<String, Map<String, Score>> books = new LinkedHashMap<>();

    private LabelScores(List<Label> labels) {
        this.labels = labels;
        for (Label label : labels) {
            if (label.alertId() == null) {
                bySubject
                        .computeIfAbsent(subject(label.ruleCode(), label.subjectId()), key -> new ArrayList<>())
                        .add(label);
            } else {
                byAlert.computeIfAbsent(label.alertId(), key -> new ArrayList<>())
                        .add(label);
            }
        }
    }

    /**
     * Reads labels.
     *
     * @throws LabelsRejected with every fault of the file
     */
    public static LabelScores of(Path labels) throws IOException, LabelsRejected {
        return new LabelScores(new LabelReader(labels).read());
    }

    /** Scores the alerts of one book. */
    public LabelScores score(String book, Path alerts) throws IOException {
        Set<Label> found = found(alerts);
        Map<String, Score> scores = new TreeMap<>();
        for (Label label : labels) {
            scores.computeIfAbsent(label.ruleCode(), rule -> new Score())
                    .add(label.isViolation(), found.contains(label));
        }
        books.put(book, scores);
        return this;
    }

    /** Those of which there is an alert. */
    private Set<Label> found(Path alerts) throws IOException {
        Set<Label> found = new HashSet<>();
        try (JsonParser json = JSON.createParser(alerts.toFile())) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> alert = new HashMap<>();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    if (json.nextToken().isScalarValue()) {
                        alert.put(name, json.getText());
                    } else {
                        json.skipChildren();
                    }
                }
                found.addAll(byAlert.getOrDefault(alert.get("alertId"), List.of()));
                long raisedAt = Long.parseLong(alert.get("raisedAt"));
                for (Label label :
                        bySubject.getOrDefault(subject(alert.get("ruleCode"), alert.get("subjectId")), List.of())) {
                    if (label.covers(raisedAt)) {
                        found.add(label);
                    }
                }
            }
        }
        return found;
    }

    private static String subject(String ruleCode, String subjectId) {
        return ruleCode + '/' + subjectId;
    }

    /** By book, then by rule. */
    public Map<String, Map<String, Score>> books() {
        return books;
    }

    @Override
    public String name() {
        return "labels";
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Map<String, Score>> book : books.entrySet()) {
            json.writeObjectFieldStart(book.getKey());
            for (Map.Entry<String, Score> rule : book.getValue().entrySet()) {
                json.writeFieldName(rule.getKey());
                rule.getValue().write(json);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
