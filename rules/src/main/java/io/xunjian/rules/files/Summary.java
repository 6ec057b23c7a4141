package io.xunjian.rules.files;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.xunjian.rules.Instants;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * What a backtest found and what it read.
 *
 * @param horizon epoch ms, {@link Instants#BEFORE_ALL} where there was no event at all
 */
public record Summary(long horizon, AlertTotals alerts, Tally tally) {

    /** Writes {@code summary.json}. The same events and rules give the same bytes, whatever the engine. */
    public void write(Path file) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            if (horizon != Instants.BEFORE_ALL) {
                json.writeNumberField("horizon", horizon);
                json.writeStringField("horizonAt", Instant.ofEpochMilli(horizon).toString());
            }
            json.writeNumberField("alerts", alerts.all());
            writeRules(json);
            writeStreams(json);
            json.writeObjectFieldStart("deadLetters");
            for (Map.Entry<Reason, Long> reason : tally.reasons().entrySet()) {
                json.writeNumberField(reason.getKey().name(), reason.getValue());
            }
            json.writeEndObject();
            json.writeNumberField("ignoredFields", tally.ignoredFields());
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void writeRules(JsonGenerator json) throws IOException {
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
