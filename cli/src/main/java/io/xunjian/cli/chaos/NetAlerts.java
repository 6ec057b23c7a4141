package io.xunjian.cli.chaos;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a reader holds who upserts by alertId: of each alert its newest state, in the fields in which two runs must agree. */
final class NetAlerts {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> COMPARED = Set.of(
            "alertId", "ruleCode", "ruleVersion", "subjectType", "subjectId", "level", "status", "raisedAt", "curedAt");

    private final Map<String, Long> states = new HashMap<>();

    /** Takes the next state of an alert, in JSON. */
    void add(String json) throws IOException {
        StringBuilder state = new StringBuilder(96);
        String id = null;
        boolean isRevoked = false;
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                boolean isScalar = parser.nextToken().isScalarValue();
                if (isScalar && COMPARED.contains(name)) {
                    state.append(name).append('=').append(parser.getText()).append(' ');
                    id = name.equals("alertId") ? parser.getText() : id;
                    isRevoked |= name.equals("status") && parser.getText().equals("REVOKED");
                }
                parser.skipChildren();
            }
        }
        if (isRevoked) {
            states.remove(id);
        } else {
            states.put(id, TopicContents.digest(state));
        }
    }

    int size() {
        return states.size();
    }

    /** How many of these another does not have, or has in another state. */
    long notIn(NetAlerts other) {
        return states.entrySet().stream()
                .filter(alert -> !alert.getValue().equals(other.states.get(alert.getKey())))
                .count();
    }

    boolean isSameAs(NetAlerts other) {
        return states.equals(other.states);
    }
}
