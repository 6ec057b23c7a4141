package io.xunjian.rules.trial;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Rules;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.json.AlertJson;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the candidate would have done to one alert, as a line of {@code diff.jsonl}.
 *
 * @param raisedAt epoch ms, of the candidate's alert where it has it
 * @param json one JSON object, UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record AlertChange(String alertId, long raisedAt, byte[] json) {

    /** What becomes of an alert. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    public static final Codec<AlertChange> CODEC = new AlertChangeCodec();

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * How the candidate differs from the baseline over one alert.
     *
     * @param before what the baseline found, {@code null} where it found nothing
     * @param after what the candidate found, {@code null} where it found nothing
     * @return {@code null} where nobody would notice: another version's number, sentence or evidence is no change
     */
    public static AlertChange between(Trial trial, Finding before, Finding after) {
        RuleBook baseline = trial.book(Trial.BASELINE);
        RuleBook candidate = trial.book(Trial.CANDIDATE);
        Finding finding = after == null ? before : after;
        Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        List<String> changed = kind == Kind.CHANGED ? changed(before, baseline, after, candidate) : List.of();
        return kind == Kind.CHANGED && changed.isEmpty()
                ? null
                : new AlertChange(
                        finding.alertId(),
                        finding.raisedAt(),
                        json(kind, finding, changed, alert(before, baseline), alert(after, candidate)));
    }

    private static Alert alert(Finding finding, RuleBook book) {
        return finding == null ? null : Rules.alert(finding, book);
    }

    /** Before any sentence is made: most alerts differ in their version alone. */
    private static List<String> changed(Finding before, RuleBook baseline, Finding after, RuleBook candidate) {
        List<String> changed = new ArrayList<>();
        note("subjectId", before.subjectId(), after.subjectId(), changed);
        note("level", before.level(), after.level(), changed);
        note("severity", Rules.severity(before, baseline), Rules.severity(after, candidate), changed);
        note("status", before.status(), after.status(), changed);
        note("raisedAt", before.raisedAt(), after.raisedAt(), changed);
        note("curedAt", before.curedAt(), after.curedAt(), changed);
        note("actions", Rules.actions(before, baseline), Rules.actions(after, candidate), changed);
        return changed;
    }

    private static void note(String name, Object old, Object now, List<String> changed) {
        if (!Objects.equals(old, now)) {
            changed.add(name);
        }
    }

    private static byte[] json(Kind kind, Finding finding, List<String> changed, Alert before, Alert after) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(2048);
                JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("change", kind.name());
            json.writeStringField("alertId", finding.alertId());
            json.writeStringField("ruleCode", finding.ruleCode());
            if (!changed.isEmpty()) {
                json.writeArrayFieldStart("changed");
                for (String name : changed) {
                    json.writeString(name);
                }
                json.writeEndArray();
            }
            write("before", before, json);
            write("after", after, json);
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
    }

    private static void write(String name, Alert alert, JsonGenerator json) throws IOException {
        if (alert != null) {
            json.writeFieldName(name);
            json.writeRawValue(new String(AlertJson.write(alert), StandardCharsets.UTF_8));
        }
    }

    private static final class AlertChangeCodec implements Codec<AlertChange> {

        @Override
        public String name() {
            return "alert-change";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(AlertChange change, DataOutput out) throws IOException {
            Wire.writeText(change.alertId, out);
            out.writeLong(change.raisedAt);
            Wire.writeNumber(change.json.length, out);
            out.write(change.json);
        }

        @Override
        public AlertChange read(int version, DataInput in) throws IOException {
            String alertId = Wire.readText(in);
            long raisedAt = in.readLong();
            byte[] json = new byte[(int) Wire.readNumber(in)];
            in.readFully(json);
            return new AlertChange(alertId, raisedAt, json);
        }
    }
}
