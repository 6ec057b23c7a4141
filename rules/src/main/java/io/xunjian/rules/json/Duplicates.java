package io.xunjian.rules.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Passes over the values that the contract does not name, and sees whether any name in them stands twice. */
final class Duplicates {

    private final Set<String> unnamed = new HashSet<>();

    void clear() {
        if (!unnamed.isEmpty()) {
            unnamed.clear();
        }
    }

    /** Whether a field of the record that the contract does not name stands there for the first time. */
    boolean isFirst(String name) {
        return unnamed.add(name);
    }

    /** Passes to the end of the array or object that the parser stands on; whether no name in it stands twice. */
    static boolean passOver(JsonParser parser) throws IOException {
        boolean areUnique = true;
        Deque<Set<String>> names = new ArrayDeque<>();
        JsonToken token = parser.currentToken();
        do {
            switch (token) {
                case START_OBJECT, START_ARRAY -> names.push(new HashSet<>());
                case END_OBJECT, END_ARRAY -> names.pop();
                case FIELD_NAME -> areUnique &= names.element().add(parser.currentName());
                default -> {}
            }
            token = names.isEmpty() ? null : parser.nextToken();
        } while (token != null);
        return areUnique;
    }
}
