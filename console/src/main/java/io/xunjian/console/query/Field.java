package io.xunjian.console.query;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a token of a query speaks of. */
public enum Field {
    RULE,
    SEVERITY,
    STATUS,
    DESK,
    LEVEL,
    ASSIGNEE,
    OUTCOME,
    SUBJECT,
    SHOP,
    PROVIDER,
    KEY,
    RAISED,
    IS,
    VERSION,
    /** A token without a name: the id of an alert, of a subject or of a key, or its beginning. */
    WORD;

    /** All values that there are; empty where any text may be one. */
    Set<String> choices() {
        return switch (this) {
            case SEVERITY -> Set.of("MINOR", "GENERAL", "SERIOUS", "EXTREME");
            case STATUS -> Set.of("OPEN", "CURED", "REVOKED");
            case DESK -> Set.of("NEW", "ACKNOWLEDGED", "CLOSED");
            case OUTCOME -> Set.of("CONFIRMED", "JUSTIFIED_NOT_ACTED", "FALSE_POSITIVE", "OVERTURNED", "NONE");
            case IS -> Set.of("MUTED", "UNMUTED");
            default -> Set.of();
        };
    }

    static Optional<Field> named(String name) {
        for (Field field : values()) {
            if (field != WORD && field.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
