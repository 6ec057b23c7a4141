package io.xunjian.console.store;

import io.xunjian.rules.book.Severity;

/** Severities as numbers, for a database to compare. */
final class Severities {

    static final String RANK =
            "CASE a.severity WHEN 'EXTREME' THEN 3 WHEN 'SERIOUS' THEN 2 WHEN 'GENERAL' THEN 1 ELSE 0 END";

    private Severities() {}

    static String of(int rank) {
        return Severity.values()[rank].name();
    }
}
