package io.xunjian.backtest.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.xunjian.backtest.report.AlertLine.Subject;
import io.xunjian.rules.Instants;
import java.io.IOException;

/** Reads of a line of {@code alerts.jsonl} what a report counts, and no further: sentences and evidence are most of it. */
final class AlertLineReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String SHOP = "SHOP";
    private static final String CURED = "CURED";

    private String ruleCode;
    private String subjectType;
    private String subjectId;
    private String shopId;
    private String status;
    private int level;
    private long raisedAt;
    private long curedAt;
    private long amountFen;
    private boolean areKeysRead;
    private boolean areActionsRead;

    AlertLine read(byte[] buffer, int from, int length) throws IOException {
        clear();
        try (JsonParser json = JSON.createParser(buffer, from, length)) {
            json.nextToken();
            for (String name = json.nextFieldName(); name != null && !isWhole(); name = json.nextFieldName()) {
                json.nextToken();
                readField(name, json);
            }
        }
        String shop = subjectType.equals(SHOP) ? subjectId : shopId;
        return new AlertLine(ruleCode, new Subject(subjectType, subjectId), shop, level, raisedAt, curedAt, amountFen);
    }

    private void clear() {
        ruleCode = null;
        subjectType = null;
        subjectId = null;
        shopId = null;
        status = null;
        level = 0;
        raisedAt = Instants.NEVER;
        curedAt = Instants.NEVER;
        amountFen = 0;
        areKeysRead = false;
        areActionsRead = false;
    }

    private boolean isWhole() {
        return areActionsRead
                && areKeysRead
                && ruleCode != null
                && subjectType != null
                && subjectId != null
                && level > 0
                && raisedAt != Instants.NEVER
                && status != null
                && (curedAt != Instants.NEVER || !status.equals(CURED));
    }

    private void readField(String name, JsonParser json) throws IOException {
        switch (name) {
            case "ruleCode" -> ruleCode = json.getText();
            case "subjectType" -> subjectType = json.getText();
            case "subjectId" -> subjectId = json.getText();
            case "status" -> status = json.getText();
            case "level" -> level = json.getIntValue();
            case "raisedAt" -> raisedAt = json.getLongValue();
            case "curedAt" -> curedAt = json.getLongValue();
            case "keys" -> readKeys(json);
            case "actions" -> readActions(json);
            default -> json.skipChildren();
        }
    }

    private void readKeys(JsonParser json) throws IOException {
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            String value = json.nextTextValue();
            if (key.equals("shopId")) {
                shopId = value;
            }
        }
        areKeysRead = true;
    }

    private void readActions(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                if (field.equals("amountFen")) {
                    amountFen += json.getLongValue();
                } else {
                    json.skipChildren();
                }
            }
        }
        areActionsRead = true;
    }
}
