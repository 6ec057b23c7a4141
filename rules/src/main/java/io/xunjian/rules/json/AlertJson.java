package io.xunjian.rules.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.xunjian.rules.Evidence;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Status;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.Action;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes alerts as the contract has them: one JSON object, UTF-8. */
public final class AlertJson {

    private static final JsonFactory JSON = new JsonFactory();

    private AlertJson() {}

    public static byte[] write(Alert alert) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            write(alert, json);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Alert alert, JsonGenerator json) throws IOException {
        Finding finding = alert.finding();
        json.writeStartObject();
        json.writeStringField("alertId", finding.alertId());
        json.writeStringField("ruleCode", finding.ruleCode());
        json.writeNumberField("ruleVersion", finding.ruleVersion());
        json.writeStringField("subjectType", finding.subjectType().name());
        json.writeStringField("subjectId", finding.subjectId());
        json.writeObjectFieldStart("keys");
        for (Map.Entry<String, String> key : finding.keys().entrySet()) {
            json.writeStringField(key.getKey(), key.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("level", finding.level());
        json.writeStringField("severity", alert.severity().name());
        json.writeStringField("status", finding.status().name());
        json.writeNumberField("raisedAt", finding.raisedAt());
        if (finding.status() == Status.CURED) {
            json.writeNumberField("curedAt", finding.curedAt());
        }
        writeActions(alert, json);
        writeWords(alert, json);
        writeEvidence(finding, json);
        json.writeEndObject();
    }

    private static void writeActions(Alert alert, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("actions");
        for (Action action : alert.actions()) {
            json.writeStartObject();
            json.writeStringField("type", action.type().name());
            json.writeStringField("mode", action.mode().name());
            if (action.amountFen() > 0) {
                json.writeNumberField("amountFen", action.amountFen());
            }
            if (action.points() > 0) {
                json.writeNumberField("points", action.points());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeWords(Alert alert, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("reason");
        json.writeStringField("en", alert.reason().en());
        json.writeStringField("zh", alert.reason().zh());
        json.writeEndObject();
        json.writeObjectFieldStart("clause");
        json.writeStringField("ref", alert.clause().ref());
        json.writeStringField("zh", alert.clause().zh());
        json.writeStringField("en", alert.clause().en());
        json.writeEndObject();
    }

    private static void writeEvidence(Finding finding, JsonGenerator json) throws IOException {
        if (finding.window() != null) {
            json.writeObjectFieldStart("window");
            json.writeNumberField("from", finding.window().from());
            json.writeNumberField("to", finding.window().to());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("evidence");
        for (Evidence evidence : finding.evidence()) {
            json.writeStartObject();
            json.writeStringField("eventId", evidence.eventId());
            json.writeStringField("eventType", evidence.eventType());
            json.writeNumberField("eventTime", evidence.eventTime());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("evidenceCount", finding.evidenceCount());
    }
}
