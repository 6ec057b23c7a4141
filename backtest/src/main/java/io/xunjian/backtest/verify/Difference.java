package io.xunjian.backtest.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A field of an alert that is not as it was found to be.
 *
 * @param said what the alert says, {@code null} where it has no such field
 * @param found what it should say, {@code null} where it should have no such field
 */
public record Difference(String field, JsonNode said, JsonNode found) {

    private static final int LONGEST_SHOWN = 60;

    /** Every field in which two alerts differ, in their order. */
    static List<Difference> between(JsonNode said, JsonNode found) {
        Set<String> fields = new LinkedHashSet<>();
        found.fieldNames().forEachRemaining(fields::add);
        said.fieldNames().forEachRemaining(fields::add);
        List<Difference> differences = new ArrayList<>();
        for (String field : fields) {
            JsonNode a = said.get(field);
            JsonNode b = found.get(field);
            if (a == null || !a.equals(b)) {
                differences.add(new Difference(field, a, b));
            }
        }
        return differences;
    }

    /** With both values, where they are short. */
    @Override
    public String toString() {
        String values = " is " + text(said) + ", found " + text(found);
        return values.length() > LONGEST_SHOWN ? field : field + values;
    }

    private static String text(JsonNode value) {
        return value == null ? "absent" : value.toString();
    }
}
