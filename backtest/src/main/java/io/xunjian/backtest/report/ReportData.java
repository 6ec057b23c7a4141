package io.xunjian.backtest.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.book.ActionType;
import io.xunjian.rules.book.Mode;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import io.xunjian.rules.book.Severity;
import io.xunjian.rules.files.OutFolder;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

/** All that the page shows, as one JSON object that may stand inside an HTML page. */
final class ReportData {

    private static final JsonFactory JSON = new JsonFactory();

    private ReportData() {}

    /**
     * What a run wrote, added up.
     *
     * @param book whose names the rules are called by
     */
    static String of(OutFolder out, RuleBook book) throws IOException {
        AlertFigures figures = AlertsReader.read(out.path().resolve(OutFolder.ALERTS));
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            writeWords(book, json);
            json.writeFieldName("figures");
            figures.write(json);
            json.writeFieldName("summary");
            copy(out.path().resolve(OutFolder.SUMMARY), json);
            json.writeEndObject();
        }
        return safe(text.toString());
    }

    /** No text ends the element or opens another: these characters stand only inside of JSON's strings. */
    static String safe(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static void copy(Path file, JsonGenerator json) throws IOException {
        try (JsonParser summary = JSON.createParser(file.toFile())) {
            summary.nextToken();
            json.copyCurrentStructure(summary);
        }
    }

    private static void writeWords(RuleBook book, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("words");
        json.writeObjectFieldStart("rule");
        for (Rule<?> rule : Rules.ALL) {
            List<RuleVersion> versions = book.versions(rule.code());
            write(rule.code(), versions.get(versions.size() - 1).name(), json);
        }
        json.writeEndObject();
        json.writeObjectFieldStart("severity");
        for (Severity severity : Severity.values()) {
            write(severity.name(), severity.words(), json);
        }
        json.writeEndObject();
        json.writeObjectFieldStart("action");
        for (ActionType type : ActionType.values()) {
            write(type.name(), type.words(), json);
        }
        json.writeEndObject();
        json.writeObjectFieldStart("mode");
        for (Mode mode : Mode.values()) {
            write(mode.name(), mode.words(), json);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(String name, Sentence words, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("en", words.en());
        json.writeStringField("zh", words.zh());
        json.writeEndObject();
    }
}
