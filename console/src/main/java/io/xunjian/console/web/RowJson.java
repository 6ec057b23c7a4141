package io.xunjian.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xunjian.console.store.AlertRow;
import io.xunjian.console.store.RecordJson;

/** An alert as a line of a list. */
public final class RowJson {

    private final RuleNames names;

    public RowJson(RuleNames names) {
        this.names = names;
    }

    /** The line. */
    public ObjectNode of(AlertRow row) {
        JsonNode reason = RecordJson.tree(row.json()).path("reason");
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("alertId", row.alertId());
        json.put("seq", row.seq());
        json.put("ruleCode", row.ruleCode());
        json.put("ruleVersion", row.ruleVersion());
        json.set("ruleName", names.of(row.ruleCode(), row.ruleVersion()));
        json.put("subjectType", row.subjectType());
        json.put("subjectId", row.subjectId());
        json.put("level", row.level());
        json.put("severity", row.severity());
        json.put("status", row.status());
        json.put("raisedAt", row.raisedAt());
        json.put("curedAt", row.curedAt());
        json.putObject("reason")
                .put("en", reason.path("en").asText())
                .put("zh", reason.path("zh").asText());
        json.put("updatedAt", row.updatedAt());
        json.put("firstSeenAt", row.firstSeenAt());
        json.put("deskState", row.deskState());
        json.put("assignee", row.assignee());
        json.put("outcome", row.outcome());
        json.put("mutedUntil", row.mutedUntil());
        return json;
    }
}
