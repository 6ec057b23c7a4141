package io.xunjian.console.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The JSON object of a request. What is not as expected is refused by its name. */
public final class Body {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    /**
     * Reads it.
     *
     * @throws io.javalin.http.HttpResponseException where it is no JSON object, or not said to be JSON: a form of another
     *     site cannot say so
     */
    public static Body of(Context ctx) {
        String type = ctx.contentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw Refusal.badRequest("Send application/json.");
        }
        try {
            JsonNode read = JSON.readTree(ctx.bodyAsBytes());
            if (read == null || !read.isObject()) {
                throw Refusal.badRequest("Send a JSON object.");
            }
            return new Body(read);
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest("This is no JSON.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers with a value of maps, lists, texts, numbers and truth values. */
    public static void answer(Context ctx, Object value) {
        try {
            ctx.contentType("application/json").result(JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Whether it names the field at all, be it null. */
    public boolean has(String field) {
        return object.has(field);
    }

    /** A text of {@code longest} characters at most; empty where absent, null or blank. */
    public Optional<String> text(String field, int longest) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(checked(field, value, longest)).filter(text -> !text.isBlank());
    }

    /** A text that must be there. */
    public String needed(String field, int longest) {
        return text(field, longest).orElseThrow(() -> Refusal.badRequest(field + " is missing."));
    }

    /** One of an enum's names; empty where absent. */
    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> choices) {
        return text(field, 64)
                .map(text -> Arrays.stream(choices.getEnumConstants())
                        .filter(choice -> choice.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> Refusal.badRequest(
                                field + " must be one of " + Arrays.toString(choices.getEnumConstants()) + ".")));
    }

    /** An integer that must be there. */
    public long number(String field) {
        JsonNode value = object.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw Refusal.badRequest(field + " must be a whole number.");
        }
        return value.longValue();
    }

    /** True or false; empty where absent. */
    public Optional<Boolean> flag(String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw Refusal.badRequest(field + " must be true or false.");
        }
        return Optional.of(value.booleanValue());
    }

    /** Texts; none where absent. */
    public List<String> texts(String field, int most, int longest) {
        JsonNode values = object.path(field);
        if (values.isMissingNode() || values.isNull()) {
            return List.of();
        }
        if (!values.isArray() || values.size() > most) {
            throw Refusal.badRequest(field + " must be a list of at most " + most + ".");
        }
        List<String> texts = new ArrayList<>(values.size());
        values.forEach(value -> texts.add(checked(field, value, longest)));
        return texts;
    }

    private static String checked(String field, JsonNode value, int longest) {
        if (!value.isTextual() || value.textValue().length() > longest || hasForbidden(value.textValue())) {
            throw Refusal.badRequest(field + " must be a text of at most " + longest + " characters.");
        }
        return value.textValue();
    }

    /** What PostgreSQL does not store, and half of a character. */
    private static boolean hasForbidden(String text) {
        return text.codePoints()
                .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
