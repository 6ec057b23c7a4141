package io.xunjian.cli.chaos;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** Scores, as lines for people and as JSON. */
final class Scorecard {

    private static final String FORMAT = "%-22s%-15s%8s%9s%8s%7s%6s%7s%7s%10s%10s%6s  %s%n";

    private Scorecard() {}

    static void head(PrintStream out) {
        out.printf(
                FORMAT,
                "scenario",
                "delivery",
                "seed",
                "records",
                "alerts",
                "faults",
                "lost",
                "wrong",
                "twice",
                "rec. p50",
                "rec. max",
                "s",
                "verdict");
    }

    static void line(Score score, PrintStream out) {
        out.printf(
                FORMAT,
                score.scenario(),
                score.delivery(),
                score.seed(),
                score.records(),
                score.alerts(),
                score.faults(),
                score.lost(),
                score.wrong(),
                score.duplicated(),
                seconds(score.medianRecovery()),
                seconds(score.longestRecovery()),
                score.seconds(),
                score.verdict().name().toLowerCase(Locale.ROOT));
        score.remarks().forEach(remark -> out.println("    " + remark));
    }

    private static String seconds(long millis) {
        return millis == 0 ? "-" : "%.1f s".formatted(millis / 1e3);
    }

    static void write(Score score, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("scenario", score.scenario());
        json.writeStringField("delivery", score.delivery());
        json.writeNumberField("seed", score.seed());
        json.writeNumberField("records", score.records());
        json.writeNumberField("alerts", score.alerts());
        json.writeNumberField("faults", score.faults());
        json.writeNumberField("lost", score.lost());
        json.writeNumberField("wrong", score.wrong());
        json.writeNumberField("duplicated", score.duplicated());
        json.writeNumberField("deadLetters", score.deadLetters());
        json.writeNumberField("late", score.late());
        json.writeArrayFieldStart("recoveryMs");
        for (long millis : score.recoveries()) {
            json.writeNumber(millis);
        }
        json.writeEndArray();
        json.writeNumberField("seconds", score.seconds());
        json.writeArrayFieldStart("remarks");
        for (String remark : score.remarks()) {
            json.writeString(remark);
        }
        json.writeEndArray();
        json.writeStringField("verdict", score.verdict().name());
        json.writeEndObject();
    }
}
