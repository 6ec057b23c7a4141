package io.xunjian.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads labels, one JSON object a line: {@code {"alertId": …, "label": "TRUE_POSITIVE"}}, or in place of the id
 * {@code ruleCode}, {@code subjectId}, {@code from} and {@code until} (epoch ms); the other label is {@code FALSE_POSITIVE}.
 */
final class LabelReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<Label> labels = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    LabelReader(Path file) {
        this.file = file;
    }

    List<Label> read() throws IOException, LabelsRejected {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                read(lines.get(i), i + 1);
            }
        }
        if (!faults.isEmpty()) {
            throw new LabelsRejected(faults);
        }
        return labels;
    }

    private void read(String text, int line) {
        JsonNode label;
        try {
            label = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            fault(line, "is not JSON");
            return;
        }
        String verdict = label.path("label").asText();
        if (!verdict.equals("TRUE_POSITIVE") && !verdict.equals("FALSE_POSITIVE")) {
            fault(line, "'label' is '" + verdict + "', expected TRUE_POSITIVE or FALSE_POSITIVE");
            return;
        }
        boolean isViolation = verdict.equals("TRUE_POSITIVE");
        String alertId = label.path("alertId").asText("");
        if (!alertId.isEmpty()) {
            String rule = alertId.split(":", 2)[0];
            labels.add(new Label(alertId, rule, "", 0, 0, isViolation));
        } else if (label.path("ruleCode").isTextual()
                && label.path("subjectId").isTextual()
                && label.path("from").isIntegralNumber()
                && label.path("until").isIntegralNumber()) {
            labels.add(new Label(
                    null,
                    label.get("ruleCode").asText(),
                    label.get("subjectId").asText(),
                    label.get("from").asLong(),
                    label.get("until").asLong(),
                    isViolation));
        } else {
            fault(line, "expected alertId, or ruleCode, subjectId, from and until (epoch ms)");
        }
    }

    private void fault(int line, String message) {
        faults.add(file + ":" + line + ": " + message);
    }
}
