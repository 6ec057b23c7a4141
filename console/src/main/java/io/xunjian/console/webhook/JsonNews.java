package io.xunjian.console.webhook;

import java.util.LinkedHashMap;
import java.util.Map;

/** News for programs. */
final class JsonNews {

    private final Links links;

    JsonNews(Links links) {
        this.links = links;
    }

    Map<String, Object> of(News news) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", news.isStorm() ? "STORM" : "ALERTS");
        json.put("total", news.total());
        json.put("alerts", news.alerts().stream().map(this::alert).toList());
        json.put("byRule", news.byRule().stream().map(JsonNews::count).toList());
        json.put("link", links.all().orElse(null));
        return json;
    }

    private Map<String, Object> alert(Told alert) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("alertId", alert.alertId());
        json.put("ruleCode", alert.ruleCode());
        json.put("subjectType", alert.subjectType());
        json.put("subjectId", alert.subjectId());
        json.put("severity", alert.severity().name());
        json.put("status", alert.status());
        json.put("raisedAt", alert.raisedAt());
        json.put("reason", Messages.fields("en", alert.reasonEn(), "zh", alert.reasonZh()));
        json.put("link", links.alert(alert.alertId()).orElse(null));
        return json;
    }

    private static Map<String, Object> count(News.Count count) {
        return Messages.fields("ruleCode", count.ruleCode(), "severity", count.severity(), "count", count.count());
    }
}
