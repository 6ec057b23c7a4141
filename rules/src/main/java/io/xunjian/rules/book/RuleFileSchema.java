package io.xunjian.rules.book;

import static io.xunjian.rules.json.JsonSchema.choiceInEitherCase;
import static io.xunjian.rules.json.JsonSchema.instant;
import static io.xunjian.rules.json.JsonSchema.list;
import static io.xunjian.rules.json.JsonSchema.object;
import static io.xunjian.rules.json.JsonSchema.open;
import static io.xunjian.rules.json.JsonSchema.reference;
import static io.xunjian.rules.json.JsonSchema.text;
import static io.xunjian.rules.json.JsonSchema.when;
import static io.xunjian.rules.json.JsonSchema.wholeNumber;

import io.xunjian.rules.Rule;
import io.xunjian.rules.Status;
import io.xunjian.rules.book.RuleTest.Kind;
import io.xunjian.rules.json.EventSchema;
import io.xunjian.rules.json.JsonSchema;
import io.xunjian.rules.json.JsonText;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The JSON Schema of rule files, with which an editor completes and checks them. It refuses no file that is written as the
 * built-in ones are and can be read; what only the whole of a file shows (two versions of one number) it does not see.
 */
public final class RuleFileSchema {

    private static final String WORDS = "words";
    private static final String EVENT = "event";
    private static final String TEST = "test";

    private RuleFileSchema() {}

    /**
     * The schema of a file for any of these rules.
     *
     * @param builtIn whose words tell of each parameter
     */
    public static String of(Collection<? extends Rule<?>> rules, RuleBook builtIn) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("rule", JsonSchema.choice(rules.stream().map(Rule::code).toList()));
        parts.put("name", reference(WORDS));
        parts.put("clause", object(each(text(), "ref", "zh", "en"), List.of("ref", "zh", "en")));
        parts.put("versions", list(version(), 1));
        parts.put("doc", doc());
        parts.put("tests", list(reference(TEST), 0));
        Map<String, Object> schema = JsonSchema.of("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "A rule of the rule book");
        schema.put("$comment", "Made by ./xunjian rules schema: what is written here is lost.");
        schema.putAll(object(parts, List.of("rule", "name", "clause", "versions")));
        schema.put(
                "allOf",
                rules.stream()
                        .map(rule -> when("rule", JsonSchema.of("const", rule.code()), parameters(rule, builtIn)))
                        .toList());
        Map<String, Object> definitions = JsonSchema.of(WORDS, object(each(text(), "en", "zh"), List.of("en", "zh")));
        definitions.put(TEST, test());
        definitions.put(EVENT, EventSchema.ofExample());
        schema.put("$defs", definitions);
        return JsonText.of(schema);
    }

    /** What the parameters of one rule are, and that its doc tells of each. */
    private static Map<String, Object> parameters(Rule<?> rule, RuleBook builtIn) {
        RuleVersion version = builtIn.versions(rule.code()).get(0);
        RuleDoc doc = builtIn.doc(rule.code());
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> words = new LinkedHashMap<>();
        for (Parameter parameter : version.values()) {
            RuleDoc.ParameterDoc told = doc.parameters().get(parameter.name());
            Map<String, Object> value = parameter.accepts().schema();
            value.put("description", description(parameter, told));
            values.put(parameter.name(), value);
            words.put(parameter.name(), object(parameterDoc(), List.of("unit", "en", "zh")));
        }
        Map<String, Object> parts = JsonSchema.of(
                "versions",
                JsonSchema.of(
                        "items", JsonSchema.of("properties", JsonSchema.of("parameters", object(values, List.of())))));
        parts.put(
                "doc",
                JsonSchema.of("properties", JsonSchema.of("parameters", object(words, List.copyOf(words.keySet())))));
        return JsonSchema.of("properties", parts);
    }

    private static String description(Parameter parameter, RuleDoc.ParameterDoc told) {
        return told.meaning().en().strip() + " (" + told.unit().en() + "; default " + parameter.orElse() + ")\n"
                + told.meaning().zh().strip() + "（" + told.unit().zh() + "，默认 " + parameter.orElse() + "）";
    }

    private static Map<String, Object> version() {
        Map<String, Object> parts = JsonSchema.of("version", wholeNumber(1, RuleFileReader.LAST_VERSION));
        parts.put("status", choiceInEitherCase(small(names(VersionStatus.class))));
        parts.put("effectiveFrom", instant());
        parts.put("parameters", JsonSchema.of("type", "object"));
        parts.put("ladder", list(rung(), 1));
        return object(parts, List.of("version", "status", "effectiveFrom", "ladder"));
    }

    private static Map<String, Object> rung() {
        Map<String, Object> action = JsonSchema.of("type", choiceInEitherCase(names(ActionType.class)));
        action.put("mode", choiceInEitherCase(names(Mode.class)));
        action.put("amountFen", wholeNumber(0, Long.MAX_VALUE));
        action.put("points", wholeNumber(0, RuleFileReader.MOST_POINTS));
        Map<String, Object> parts = JsonSchema.of("level", wholeNumber(1, RuleFileReader.LAST_LEVEL));
        parts.put("severity", choiceInEitherCase(names(Severity.class)));
        parts.put("actions", list(object(action, List.of("type")), 1));
        return object(parts, List.of("level", "severity", "actions"));
    }

    private static Map<String, Object> doc() {
        Map<String, Object> example = JsonSchema.of("shows", reference(WORDS));
        example.put("asOf", instant());
        example.put("events", events());
        Map<String, Object> parts = each(reference(WORDS), "finds", "definition", "cures", "late");
        parts.put("parameters", JsonSchema.of("type", "object"));
        parts.put("example", object(example, List.copyOf(example.keySet())));
        return object(parts, List.copyOf(parts.keySet()));
    }

    private static Map<String, Object> parameterDoc() {
        Map<String, Object> parts = JsonSchema.of("unit", reference(WORDS));
        parts.putAll(each(text(), "en", "zh"));
        return parts;
    }

    private static Map<String, Object> test() {
        Map<String, Object> parts = JsonSchema.of("name", text());
        parts.put("kind", choiceInEitherCase(small(names(Kind.class))));
        parts.put("version", wholeNumber(1, RuleFileReader.LAST_VERSION));
        parts.put("asOf", instant());
        parts.put("events", events());
        parts.put("expect", list(expected(), 0));
        Map<String, Object> schema = object(parts, List.of("name", "kind", "asOf", "events"));
        schema.put(
                "allOf",
                List.of(
                        when("kind", choiceInEitherCase(small(List.of(Kind.POSITIVE.name()))), someExpected()),
                        when("kind", choiceInEitherCase(small(List.of(Kind.NEGATIVE.name()))), noneExpected())));
        return schema;
    }

    private static Map<String, Object> someExpected() {
        return open(JsonSchema.of("expect", JsonSchema.of("minItems", 1)), List.of("expect"));
    }

    private static Map<String, Object> noneExpected() {
        return open(JsonSchema.of("expect", JsonSchema.of("maxItems", 0)), List.of());
    }

    private static Map<String, Object> expected() {
        Map<String, Object> parts = JsonSchema.of("alertId", text());
        parts.put("status", choiceInEitherCase(names(Status.class)));
        parts.put("ruleVersion", wholeNumber(1, RuleFileReader.LAST_VERSION));
        parts.put("level", wholeNumber(1, RuleFileReader.LAST_LEVEL));
        parts.put("severity", choiceInEitherCase(names(Severity.class)));
        parts.put("subjectId", text());
        parts.putAll(each(instant(), "raisedAt", "curedAt"));
        return object(parts, List.of("alertId", "status"));
    }

    /** Records as a stream carries them: in JSON as a text, or as a mapping. */
    private static Map<String, Object> events() {
        return list(JsonSchema.of("anyOf", List.of(JsonSchema.of("type", "string"), reference(EVENT))), 1);
    }

    private static Map<String, Object> each(Object schema, String... names) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (String name : names) {
            parts.put(name, schema);
        }
        return parts;
    }

    /** As files have a status and a kind. */
    private static List<String> small(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }
}
