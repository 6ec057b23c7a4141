package io.xunjian.backtest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.xunjian.rules.Instants;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The alerts of one rule, added up: by day of the platform's zone, by level and status, by the time to their cure. */
final class RuleFigures {

    /** Alerts of one level. */
    private record Level(long open, long cured) {

        Level plus(Level other) {
            return new Level(open + other.open, cured + other.cured);
        }
    }

    private final Map<Integer, Long> days = new TreeMap<>();
    private final Map<Integer, Level> levels = new TreeMap<>();
    private final CureTimes cureTimes = new CureTimes();
    private long amountFen;

    void add(AlertLine alert) {
        days.merge(Instants.day(alert.raisedAt()), 1L, Long::sum);
        levels.merge(alert.level(), alert.isCured() ? new Level(0, 1) : new Level(1, 0), Level::plus);
        amountFen += alert.amountFen();
        if (alert.isCured()) {
            cureTimes.add(alert.curedAt() - alert.raisedAt());
        }
    }

    void add(RuleFigures other) {
        other.days.forEach((day, alerts) -> days.merge(day, alerts, Long::sum));
        other.levels.forEach((level, alerts) -> levels.merge(level, alerts, Level::plus));
        cureTimes.add(other.cureTimes);
        amountFen += other.amountFen;
    }

    /** Writes one JSON object. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("amountFen", amountFen);
        json.writeObjectFieldStart("days");
        for (Map.Entry<Integer, Long> day : days.entrySet()) {
            json.writeNumberField(LocalDate.ofEpochDay(day.getKey()).toString(), day.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("levels");
        for (Map.Entry<Integer, Level> level : levels.entrySet()) {
            json.writeObjectFieldStart(level.getKey().toString());
            json.writeNumberField("open", level.getValue().open);
            json.writeNumberField("cured", level.getValue().cured);
            json.writeEndObject();
        }
        json.writeEndObject();
        cureTimes.write(json);
        json.writeEndObject();
    }
}
