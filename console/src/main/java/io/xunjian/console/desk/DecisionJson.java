package io.xunjian.console.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.xunjian.console.feed.UnreadableRecord;
import io.xunjian.rules.event.SubjectType;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A decision as JSON. Fields that are unknown are passed over, for a later release may write them; a decision that says less
 * than its kind needs is unreadable.
 */
final class DecisionJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** An index entry of PostgreSQL holds 2704 bytes. */
    private static final int LONGEST_ID = 500;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CODE = 64;

    private DecisionJson() {}

    static byte[] write(Decision decision) {
        try {
            return JSON.writeValueAsBytes(map(decision));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Its fields, without those that are null. */
    static Map<String, Object> map(Decision decision) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("decisionId", decision.decisionId());
        fields.put("kind", decision.kind().name());
        if (decision.target() instanceof Target.OfAlert alert) {
            fields.put("alertId", alert.alertId());
        } else if (decision.target() instanceof Target.OfMute mute) {
            fields.put("ruleCode", mute.ruleCode());
            fields.put("subjectType", mute.subjectType().name());
            fields.put("subjectId", mute.subjectId());
        }
        fields.put("until", decision.until());
        fields.put("by", decision.by());
        fields.put("at", decision.at());
        fields.put("text", decision.text());
        fields.put(
                "outcome",
                decision.outcome() == null ? null : decision.outcome().name());
        boolean assigns = decision.kind() == DecisionKind.ASSIGN;
        fields.put("assignee", decision.assignee());
        fields.put("undoes", decision.undoes());
        fields.entrySet()
                .removeIf(field ->
                        field.getValue() == null && !(assigns && field.getKey().equals("assignee")));
        return fields;
    }

    static Decision read(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecord {
        Decision decision = decision(object(record.value()));
        if (record.key() == null
                || !new String(record.key(), UTF_8).equals(decision.target().key())) {
            throw new UnreadableRecord("its key is not " + decision.target().key());
        }
        return decision;
    }

    private static JsonNode object(byte[] bytes) throws UnreadableRecord {
        if (bytes == null) {
            throw new UnreadableRecord("has no value");
        }
        try {
            JsonNode read = JSON.readTree(bytes);
            if (read == null || !read.isObject()) {
                throw new UnreadableRecord("is no JSON object");
            }
            return read;
        } catch (IOException e) {
            throw new UnreadableRecord("is no JSON", e);
        }
    }

    private static Decision decision(JsonNode object) throws UnreadableRecord {
        DecisionKind kind = needed("kind", choice(object, "kind", DecisionKind.class));
        Decision decision = new Decision(
                needed("decisionId", text(object, "decisionId", LONGEST_NAME)),
                kind,
                target(object),
                needed("by", text(object, "by", LONGEST_NAME)),
                needed("at", number(object, "at")),
                text(object, "text", Decision.LONGEST_TEXT),
                choice(object, "outcome", Outcome.class),
                text(object, "assignee", LONGEST_NAME),
                number(object, "until"),
                text(object, "undoes", LONGEST_NAME));
        check(decision);
        return decision;
    }

    private static Target target(JsonNode object) throws UnreadableRecord {
        String alertId = text(object, "alertId", LONGEST_ID);
        if (alertId != null) {
            return new Target.OfAlert(alertId);
        }
        return new Target.OfMute(
                needed("ruleCode", text(object, "ruleCode", LONGEST_CODE)),
                needed("subjectType", choice(object, "subjectType", SubjectType.class)),
                needed("subjectId", text(object, "subjectId", LONGEST_ID)));
    }

    private static void check(Decision decision) throws UnreadableRecord {
        DecisionKind kind = decision.kind();
        if (kind != DecisionKind.UNDO && kind.isOfMute() != (decision.target() instanceof Target.OfMute)) {
            throw new UnreadableRecord(kind + " is of another kind of target");
        }
        switch (kind) {
            case CLOSE -> needed("outcome", decision.outcome());
            case NOTE -> needed("text", decision.text());
            case UNDO -> needed("undoes", decision.undoes());
            case MUTE -> {
                needed("text", decision.text());
                long length = needed("until", decision.until()) - decision.at();
                if (length <= 0 || length > Decision.LONGEST_MUTE.toMillis()) {
                    throw new UnreadableRecord("until is not within 180 days after at");
                }
            }
            case ACKNOWLEDGE, UNACKNOWLEDGE, ASSIGN, REOPEN, UNMUTE -> {}
        }
    }

    private static <T> T needed(String field, T value) throws UnreadableRecord {
        if (value == null) {
            throw new UnreadableRecord(field + " is missing");
        }
        return value;
    }

    private static String text(JsonNode object, String field, int longest) throws UnreadableRecord {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()
                || value.textValue().isEmpty()
                || value.textValue().length() > longest) {
            throw new UnreadableRecord(field + " is no text of 1 to " + longest + " characters");
        }
        // What PostgreSQL does not store.
        if (value.textValue().codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF))) {
            throw new UnreadableRecord(field + " has characters that are none");
        }
        return value.textValue();
    }

    private static Long number(JsonNode object, String field) throws UnreadableRecord {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new UnreadableRecord(field + " is no time");
        }
        return value.longValue();
    }

    private static <E extends Enum<E>> E choice(JsonNode object, String field, Class<E> choices)
            throws UnreadableRecord {
        String name = text(object, field, LONGEST_NAME);
        if (name == null) {
            return null;
        }
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnreadableRecord(field + " is none of those known"));
    }
}
