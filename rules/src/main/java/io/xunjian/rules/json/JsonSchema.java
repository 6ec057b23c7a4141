package io.xunjian.rules.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The parts that a JSON Schema is made of: maps, whose entries keep their order, lists and plain values. */
public final class JsonSchema {

    private static final String INSTANT =
            "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})$";

    private JsonSchema() {}

    /** An object with these properties and no other. */
    public static Map<String, Object> object(Map<String, ?> properties, List<String> required) {
        Map<String, Object> schema = open(properties, required);
        schema.put("additionalProperties", false);
        return schema;
    }

    /** An object with these properties, and others of which more is said elsewhere. */
    public static Map<String, Object> open(Map<String, ?> properties, List<String> required) {
        Map<String, Object> schema = of("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    /** A list of at least so many. */
    public static Map<String, Object> list(Object entry, int least) {
        Map<String, Object> schema = of("type", "array");
        schema.put("items", entry);
        if (least > 0) {
            schema.put("minItems", least);
        }
        return schema;
    }

    /** Any text of at least one character. */
    public static Map<String, Object> text() {
        Map<String, Object> schema = of("type", "string");
        schema.put("minLength", 1);
        return schema;
    }

    /** Text that a pattern describes. */
    public static Map<String, Object> text(String pattern) {
        Map<String, Object> schema = of("type", "string");
        schema.put("pattern", pattern);
        return schema;
    }

    /** An instant with its offset. */
    public static Map<String, Object> instant() {
        return text(INSTANT);
    }

    /** A whole number within the limits, both included; {@link Long#MAX_VALUE} is none. */
    public static Map<String, Object> wholeNumber(long least, long greatest) {
        Map<String, Object> schema = of("type", "integer");
        schema.put("minimum", least);
        if (greatest != Long.MAX_VALUE) {
            schema.put("maximum", greatest);
        }
        return schema;
    }

    /** One of these names. */
    public static Map<String, Object> choice(List<String> names) {
        return of("enum", names);
    }

    /** One of these names, which an editor offers, or the same in the other case, capital or small. */
    public static Map<String, Object> choiceInEitherCase(List<String> names) {
        String inOther = names.stream().map(JsonSchema::inOtherCase).collect(Collectors.joining("|", "^(", ")$"));
        return of("anyOf", List.of(choice(names), text(inOther)));
    }

    private static String inOtherCase(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return name.equals(small) ? name.toUpperCase(Locale.ROOT) : small;
    }

    /** What holds of an object whose property has that value. */
    public static Map<String, Object> when(String property, Object value, Map<String, ?> then) {
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put("properties", of(property, value));
        condition.put("required", List.of(property));
        Map<String, Object> schema = of("if", condition);
        schema.put("then", then);
        return schema;
    }

    /** A part that is described once for all. */
    public static Map<String, Object> reference(String definition) {
        return of("$ref", "#/$defs/" + definition);
    }

    /** One entry, and room for more. */
    public static Map<String, Object> of(String name, Object value) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(name, value);
        return schema;
    }
}
