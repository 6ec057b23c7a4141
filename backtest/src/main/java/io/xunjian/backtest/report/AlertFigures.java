package io.xunjian.backtest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.xunjian.backtest.report.AlertLine.Subject;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Alerts, added up: by rule, and by the shops and providers that they are about. */
final class AlertFigures {

    private static final int TOP = 20;

    /** What one subject has. */
    private record Share(long alerts, long amountFen) {

        Share plus(Share other) {
            return new Share(alerts + other.alerts, amountFen + other.amountFen);
        }
    }

    private final Map<String, RuleFigures> rules = new TreeMap<>();
    private final Map<Subject, Share> subjects = new HashMap<>();
    private final Set<String> shops = new HashSet<>();

    void add(AlertLine alert) {
        rules.computeIfAbsent(alert.ruleCode(), code -> new RuleFigures()).add(alert);
        subjects.merge(alert.subject(), new Share(1, alert.amountFen()), Share::plus);
        if (alert.shopId() != null) {
            shops.add(alert.shopId());
        }
    }

    void add(AlertFigures other) {
        other.rules.forEach((code, figures) ->
                rules.computeIfAbsent(code, added -> new RuleFigures()).add(figures));
        other.subjects.forEach((subject, share) -> subjects.merge(subject, share, Share::plus));
        shops.addAll(other.shops);
    }

    /** Writes one JSON object. */
    void write(JsonGenerator json) throws IOException {
        Share all = subjects.values().stream().reduce(new Share(0, 0), Share::plus);
        json.writeStartObject();
        json.writeNumberField("alerts", all.alerts);
        json.writeNumberField("amountFen", all.amountFen);
        json.writeNumberField("shops", shops.size());
        json.writeObjectFieldStart("subjects");
        for (Map.Entry<String, Long> type : subjectsByType().entrySet()) {
            json.writeNumberField(type.getKey(), type.getValue());
        }
        json.writeEndObject();
        CureTimes.writeBounds(json);
        json.writeObjectFieldStart("rules");
        for (Map.Entry<String, RuleFigures> rule : rules.entrySet()) {
            json.writeFieldName(rule.getKey());
            rule.getValue().write(json);
        }
        json.writeEndObject();
        writeTopSubjects(json);
        json.writeEndObject();
    }

    private Map<String, Long> subjectsByType() {
        return subjects.keySet().stream()
                .collect(Collectors.groupingBy(Subject::type, TreeMap::new, Collectors.counting()));
    }

    private void writeTopSubjects(JsonGenerator json) throws IOException {
        List<Map.Entry<Subject, Share>> top = subjects.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Subject, Share>>comparingLong(subject -> -subject.getValue().alerts)
                        .thenComparingLong(subject -> -subject.getValue().amountFen)
                        .thenComparing(subject -> subject.getKey().type())
                        .thenComparing(subject -> subject.getKey().id()))
                .limit(TOP)
                .toList();
        json.writeArrayFieldStart("topSubjects");
        for (Map.Entry<Subject, Share> subject : top) {
            json.writeStartObject();
            json.writeStringField("subjectType", subject.getKey().type());
            json.writeStringField("subjectId", subject.getKey().id());
            json.writeNumberField("alerts", subject.getValue().alerts);
            json.writeNumberField("amountFen", subject.getValue().amountFen);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
