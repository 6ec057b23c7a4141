package io.xunjian.backtest.verify;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.xunjian.backtest.KeyName;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An alert as a file has it: nothing that it says is taken for true.
 *
 * @param line its number in the file, from 1
 * @param json {@code null} where the line is no JSON object
 */
record Claim(long line, JsonNode json) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The subject that the alert in these bytes gives, empty where it gives none; what stands behind it is not read. */
    static String subjectId(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(bytes)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                if (name.equals("subjectId")) {
                    return parser.getValueAsString("");
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            return "";
        }
        return "";
    }

    /** The fields of an alert; {@code null} where these bytes are no JSON object. */
    static JsonNode json(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            return json != null && json.isObject() ? json : null;
        } catch (IOException e) {
            return null;
        }
    }

    String alertId() {
        return text("alertId");
    }

    private String text(String field) {
        return json == null ? "" : json.path(field).asText();
    }

    /** The rule that it is of, {@code null} if there is none. */
    Rule<?> rule() {
        Rule<?> byId = Rules.of(KeyName.ruleOf(alertId()));
        return byId == null ? Rules.of(text("ruleCode")) : byId;
    }

    /** The names of all that it rests on, by the ids that it gives. */
    Set<KeyName> names() {
        Set<KeyName> names = new LinkedHashSet<>();
        Rule<?> rule = rule();
        if (rule == null) {
            return names;
        }
        RulesOfKind<?> rules = Rules.finding(rule.code());
        for (String id : evidence()) {
            names.addAll(KeyName.of(rules, id));
        }
        if (rules.kind().takesFindings()) {
            names.addAll(KeyName.ofAlert(alertId()));
            names.addAll(KeyName.of(rules, text("subjectId")));
            names.addAll(namesOfFindings());
        }
        return names;
    }

    /** The names of the keys in which the findings among its evidence were made. */
    Set<KeyName> namesOfFindings() {
        Set<KeyName> names = new LinkedHashSet<>();
        evidence().forEach(id -> names.addAll(KeyName.ofAlert(id)));
        return names;
    }

    /** The ids of its evidence: of events, or of what other rules found. */
    Set<String> evidence() {
        Set<String> ids = new LinkedHashSet<>();
        if (json != null) {
            json.path("evidence").forEach(fact -> ids.add(fact.path("eventId").asText()));
        }
        return ids;
    }
}
