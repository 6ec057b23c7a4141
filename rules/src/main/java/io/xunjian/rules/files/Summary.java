package io.xunjian.rules.files;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.xunjian.rules.Instants;
import io.xunjian.rules.alert.AlertTotals;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.Reason;
import io.xunjian.rules.trial.Sweep;
import io.xunjian.rules.trial.Trial;
import io.xunjian.rules.trial.TrialTotals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * What a backtest found and what it read.
 *
 * @param horizon epoch ms, {@link Instants#BEFORE_ALL} where there was no event at all
 * @param totals what each book of the trial found
 */
public record Summary(long horizon, Trial trial, TrialTotals totals, Tally tally) {

    /** More that stands in {@code summary.json}. */
    public interface Part {
        String name();

        void write(JsonGenerator json) throws IOException;
    }

    /** What the baseline found. */
    public AlertTotals alerts() {
        return totals.alerts().get(Trial.BASELINE);
    }

    /** Writes {@code summary.json}. The same events and rules give the same bytes, whatever the engine. */
    void write(Path file, Part... more) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            if (horizon != Instants.BEFORE_ALL) {
                json.writeNumberField("horizon", horizon);
                json.writeStringField("horizonAt", Instant.ofEpochMilli(horizon).toString());
            }
            writeAlerts(alerts(), json);
            writeStreams(json);
            json.writeObjectFieldStart("deadLetters");
            for (Map.Entry<Reason, Long> reason : tally.reasons().entrySet()) {
                json.writeNumberField(reason.getKey().name(), reason.getValue());
            }
            json.writeEndObject();
            json.writeNumberField("ignoredFields", tally.ignoredFields());
            if (trial.hasCandidate()) {
                json.writeObjectFieldStart("candidate");
                writeAlerts(totals.alerts().get(Trial.CANDIDATE), json);
                json.writeEndObject();
            }
            if (trial.sweep() != null) {
                writeSweep(json);
            }
            for (Part part : more) {
                json.writeFieldName(part.name());
                part.write(json);
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeAlerts(AlertTotals alerts, JsonGenerator json) throws IOException {
        json.writeNumberField("alerts", alerts.all());
        json.writeObjectFieldStart("rules");
        for (var rule : alerts.rules().entrySet()) {
            json.writeObjectFieldStart(rule.getKey());
            for (var level : rule.getValue().entrySet()) {
                json.writeObjectFieldStart("level" + level.getKey());
                json.writeNumberField("open", level.getValue().open());
                json.writeNumberField("cured", level.getValue().cured());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void writeSweep(JsonGenerator json) throws IOException {
        Sweep sweep = trial.sweep();
        json.writeObjectFieldStart("sweep");
        json.writeStringField("rule", sweep.ruleCode());
        json.writeStringField("parameter", sweep.parameter());
        json.writeArrayFieldStart("values");
        for (int i = 0; i < sweep.values().size(); i++) {
            int book = trial.firstSwept() + i;
            json.writeStartObject();
            json.writeStringField("value", sweep.values().get(i));
            json.writeObjectFieldStart("shops");
            for (Map.Entry<String, Long> rule : totals.shops().get(book).entrySet()) {
                json.writeNumberField(rule.getKey(), rule.getValue());
            }
            json.writeEndObject();
            writeAlerts(totals.alerts().get(book), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeStreams(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("streams");
        for (Stream stream : Stream.values()) {
            if (tally.of(stream, Count.READ) > 0) {
                json.writeObjectFieldStart(stream.topic());
                for (Count count : Count.values()) {
                    json.writeNumberField(count.jsonName(), tally.of(stream, count));
                }
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }
}
