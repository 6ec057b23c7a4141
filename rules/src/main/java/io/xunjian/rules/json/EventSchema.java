package io.xunjian.rules.json;

import io.xunjian.rules.event.EventType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events that streams carry, as a JSON Schema. */
public final class EventSchema {

    private static final int LONGEST_EVENT_ID = 128;

    private EventSchema() {}

    /** An event as an example has it, which may leave out its id. A field that its type does not have is a fault. */
    public static Map<String, Object> ofExample() {
        List<EventType> types = Arrays.stream(EventType.values())
                .filter(type -> type.stream() != null)
                .toList();
        Map<String, Object> schema = JsonSchema.open(
                JsonSchema.of(
                        Field.EVENT_TYPE.jsonName,
                        JsonSchema.choice(types.stream().map(Enum::name).toList())),
                List.of(Field.EVENT_TYPE.jsonName, Field.EVENT_TIME.jsonName));
        schema.put(
                "allOf",
                types.stream()
                        .map(type -> JsonSchema.when(
                                Field.EVENT_TYPE.jsonName, JsonSchema.of("const", type.name()), fields(type)))
                        .toList());
        return schema;
    }

    private static Map<String, Object> fields(EventType type) {
        Schema schema = Schema.of(type);
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> eventId = JsonSchema.text();
        eventId.put("maxLength", LONGEST_EVENT_ID);
        fields.put(Field.EVENT_ID.jsonName, eventId);
        fields.put(Field.EVENT_TYPE.jsonName, true);
        fields.put(Field.EVENT_TIME.jsonName, value(Field.EVENT_TIME, schema));
        List<String> required = new ArrayList<>();
        for (Field field : schema.required) {
            fields.put(field.jsonName, value(field, schema));
            required.add(field.jsonName);
        }
        for (Field field : schema.optional) {
            fields.put(field.jsonName, value(field, schema));
        }
        return JsonSchema.object(fields, required);
    }

    private static Map<String, Object> value(Field field, Schema schema) {
        return switch (field.shape) {
            case TEXT, UNUSED_TEXT -> JsonSchema.of("type", "string");
            case INSTANT ->
                JsonSchema.of("anyOf", List.of(JsonSchema.instant(), JsonSchema.wholeNumber(0, Long.MAX_VALUE)));
            case AMOUNT -> JsonSchema.wholeNumber(field == Field.AMOUNT_FEN ? schema.leastAmount : 0, Long.MAX_VALUE);
            case FLAG -> JsonSchema.of("type", "boolean");
            case CHOICE -> JsonSchema.choice(field.choices());
        };
    }
}
