package io.xunjian.backtest.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * An alert with one thing changed.
 *
 * @param field the field of the alert in which it lies
 */
record Mutation(String field, String json) {

    /** Each value that stands anywhere in it changed, each field left out, one added, the evidence cut, doubled, turned. */
    static List<Mutation> of(String alert) {
        List<Mutation> all = new ArrayList<>();
        ObjectNode original = read(alert);
        original.fieldNames().forEachRemaining(field -> {
            all.add(changed(original, field, json -> json.remove(field)));
            int values = countValues(original.get(field));
            for (int i = 0; i < values; i++) {
                int index = i;
                all.add(changed(original, field, json -> change(json, field, new int[] {index})));
            }
        });
        all.add(changed(original, "added", json -> json.put("added", 1)));
        all.add(changed(original, "keys", json -> ((ObjectNode) json.get("keys")).put("added", "x")));
        all.add(changed(
                original,
                "evidence",
                json -> evidence(json).remove(evidence(json).size() - 1)));
        all.add(changed(
                original,
                "evidence",
                json -> evidence(json).add(evidence(json).get(0).deepCopy())));
        if (evidence(original).size() > 1) {
            all.add(changed(
                    original,
                    "evidence",
                    json -> evidence(json).add(evidence(json).remove(0))));
        }
        return all;
    }

    /** The changed id may be that of another alert, which then differs in other fields. */
    boolean isOfIdThatMayBeAnothers() {
        return field.equals("alertId");
    }

    private static Mutation changed(ObjectNode original, String field, Consumer<ObjectNode> change) {
        ObjectNode json = original.deepCopy();
        change.accept(json);
        return new Mutation(field, json.toString());
    }

    private static ObjectNode read(String alert) {
        return (ObjectNode) Claim.json(alert.getBytes(StandardCharsets.UTF_8));
    }

    private static ArrayNode evidence(ObjectNode json) {
        return (ArrayNode) json.get("evidence");
    }

    private static int countValues(JsonNode node) {
        int count = node.isContainerNode() ? 0 : 1;
        for (JsonNode child : node) {
            count += countValues(child);
        }
        return count;
    }

    /** @param left how many values to pass over first; below zero once one was changed */
    private static void change(ObjectNode parent, String field, int[] left) {
        JsonNode value = parent.get(field);
        if (value.isValueNode()) {
            if (left[0]-- == 0) {
                parent.set(field, other(value, parent));
            }
        } else if (value.isObject()) {
            changeIn((ObjectNode) value, left);
        } else {
            value.forEach(element -> changeIn((ObjectNode) element, left));
        }
    }

    private static void changeIn(ObjectNode object, int[] left) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> change(object, name, left));
    }

    private static JsonNode other(JsonNode value, ObjectNode in) {
        return value.isNumber() ? in.numberNode(value.asLong() + 1) : in.textNode(value.asText() + 'x');
    }
}
