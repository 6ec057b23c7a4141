package io.xunjian.rules.ruletest;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.ExpectedAlert;
import java.util.ArrayList;
import java.util.List;

/**
 * An alert that is not as a test expects it.
 *
 * @param expected {@code null} where none was
 * @param found {@code null} where none was
 * @param differences where there are both: in what they differ, as in {@code status is OPEN, expected CURED}
 */
public record Mismatch(ExpectedAlert expected, Alert found, List<String> differences) {

    static Mismatch unexpected(Alert found) {
        return new Mismatch(null, found, List.of());
    }

    /** {@code null} where all that is asked of the alert holds. */
    static Mismatch between(ExpectedAlert expected, Alert found) {
        if (found == null) {
            return new Mismatch(expected, null, List.of());
        }
        List<String> differences = differences(expected, found);
        return differences.isEmpty() ? null : new Mismatch(expected, found, differences);
    }

    private static List<String> differences(ExpectedAlert expected, Alert alert) {
        Finding found = alert.finding();
        List<String> told = new ArrayList<>();
        compare("status", expected.status(), found.status(), told);
        compare("ruleVersion", expected.ruleVersion(), found.ruleVersion(), told);
        compare("level", expected.level(), (long) found.level(), told);
        compare("severity", expected.severity(), alert.severity(), told);
        compare("subjectId", expected.subjectId(), found.subjectId(), told);
        compare("raisedAt", written(expected.raisedAt()), written(found.raisedAt()), told);
        compare("curedAt", written(expected.curedAt()), written(found.curedAt()), told);
        return told;
    }

    private static void compare(String name, Object expected, Object found, List<String> told) {
        if (expected != null && !expected.equals(found)) {
            told.add(name + " is " + found + ", expected " + expected);
        }
    }

    private static String written(Long instant) {
        if (instant == null) {
            return null;
        }
        return instant == Instants.NEVER ? "missing" : Instants.written(instant);
    }
}
