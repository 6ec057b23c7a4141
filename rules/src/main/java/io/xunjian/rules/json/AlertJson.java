package io.xunjian.rules.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.xunjian.rules.Evidence;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Status;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.Action;
import io.xunjian.rules.book.Clause;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes alerts as the contract has them: one JSON object, UTF-8. What all alerts of a rule's level share (its clause, its
 * actions) is encoded once.
 */
public final class AlertJson {

    private static final JsonFactory JSON = new JsonFactory();

    private static final SerializableString ALERT_ID = new SerializedString("alertId");
    private static final SerializableString RULE_CODE = new SerializedString("ruleCode");
    private static final SerializableString RULE_VERSION = new SerializedString("ruleVersion");
    private static final SerializableString SUBJECT_TYPE = new SerializedString("subjectType");
    private static final SerializableString SUBJECT_ID = new SerializedString("subjectId");
    private static final SerializableString KEYS = new SerializedString("keys");
    private static final SerializableString LEVEL = new SerializedString("level");
    private static final SerializableString SEVERITY = new SerializedString("severity");
    private static final SerializableString STATUS = new SerializedString("status");
    private static final SerializableString RAISED_AT = new SerializedString("raisedAt");
    private static final SerializableString CURED_AT = new SerializedString("curedAt");
    private static final SerializableString ACTIONS = new SerializedString("actions");
    private static final SerializableString REASON = new SerializedString("reason");
    private static final SerializableString EN = new SerializedString("en");
    private static final SerializableString ZH = new SerializedString("zh");
    private static final SerializableString CLAUSE = new SerializedString("clause");
    private static final SerializableString WINDOW = new SerializedString("window");
    private static final SerializableString EVIDENCE = new SerializedString("evidence");
    private static final SerializableString EVIDENCE_COUNT = new SerializedString("evidenceCount");
    private static final SerializableString EVENT_ID = new SerializedString("eventId");
    private static final SerializableString EVENT_TYPE = new SerializedString("eventType");
    private static final SerializableString EVENT_TIME = new SerializedString("eventTime");

    /** As many as the rule book has; a book that is replaced leaves its own behind, which is little. */
    private static final Map<Clause, SerializableString> CLAUSES = new ConcurrentHashMap<>();

    private static final Map<List<Action>, SerializableString> ACTION_LISTS = new ConcurrentHashMap<>();

    private AlertJson() {}

    public static byte[] write(Alert alert) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(1024);
                JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            write(alert, json);
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
    }

    private static void write(Alert alert, JsonGenerator json) throws IOException {
        Finding finding = alert.finding();
        json.writeStartObject();
        text(ALERT_ID, finding.alertId(), json);
        text(RULE_CODE, finding.ruleCode(), json);
        number(RULE_VERSION, finding.ruleVersion(), json);
        text(SUBJECT_TYPE, finding.subjectType().name(), json);
        text(SUBJECT_ID, finding.subjectId(), json);
        json.writeFieldName(KEYS);
        json.writeStartObject();
        for (Map.Entry<String, String> key : finding.keys().entrySet()) {
            json.writeStringField(key.getKey(), key.getValue());
        }
        json.writeEndObject();
        number(LEVEL, finding.level(), json);
        text(SEVERITY, alert.severity().name(), json);
        text(STATUS, finding.status().name(), json);
        number(RAISED_AT, finding.raisedAt(), json);
        if (finding.status() == Status.CURED) {
            number(CURED_AT, finding.curedAt(), json);
        }
        json.writeFieldName(ACTIONS);
        json.writeRawValue(ACTION_LISTS.computeIfAbsent(alert.actions(), AlertJson::encoded));
        json.writeFieldName(REASON);
        json.writeStartObject();
        text(EN, alert.reason().en(), json);
        text(ZH, alert.reason().zh(), json);
        json.writeEndObject();
        json.writeFieldName(CLAUSE);
        json.writeRawValue(CLAUSES.computeIfAbsent(alert.clause(), AlertJson::encoded));
        writeEvidence(finding, json);
        json.writeEndObject();
    }

    private static void writeEvidence(Finding finding, JsonGenerator json) throws IOException {
        if (finding.window() != null) {
            json.writeFieldName(WINDOW);
            json.writeStartObject();
            json.writeNumberField("from", finding.window().from());
            json.writeNumberField("to", finding.window().to());
            json.writeEndObject();
        }
        json.writeFieldName(EVIDENCE);
        json.writeStartArray();
        for (Evidence evidence : finding.evidence()) {
            json.writeStartObject();
            text(EVENT_ID, evidence.eventId(), json);
            text(EVENT_TYPE, evidence.eventType(), json);
            number(EVENT_TIME, evidence.eventTime(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        number(EVIDENCE_COUNT, finding.evidenceCount(), json);
    }

    private static void text(SerializableString name, String text, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        json.writeString(text);
    }

    private static void number(SerializableString name, long number, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(number);
    }

    /** Writes a part that many alerts share. */
    @FunctionalInterface
    private interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    private static SerializableString encoded(List<Action> actions) {
        return encoded(json -> {
            json.writeStartArray();
            for (Action action : actions) {
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
        });
    }

    private static SerializableString encoded(Clause clause) {
        return encoded(json -> {
            json.writeStartObject();
            json.writeStringField("ref", clause.ref());
            json.writeStringField("zh", clause.zh());
            json.writeStringField("en", clause.en());
            json.writeEndObject();
        });
    }

    private static SerializableString encoded(Part part) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            part.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return new SerializedString(text.toString());
    }
}
