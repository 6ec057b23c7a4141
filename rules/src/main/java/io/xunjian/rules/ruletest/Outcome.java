package io.xunjian.rules.ruletest;

import io.xunjian.rules.Finding;
import io.xunjian.rules.History;
import io.xunjian.rules.Rules;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.ExpectedAlert;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleTest;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.json.ExampleEvents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of one test.
 *
 * @param mismatches none where it passed
 */
public record Outcome(RuleTest test, List<Mismatch> mismatches) {

    /** Judges the history of a test by a book, in which the version that is tested counts as active. */
    public static Outcome of(RuleTest test, RuleBook book) {
        Map<String, Alert> found = found(test, book.asIfActive(test.ruleCode(), test.version()));
        List<Mismatch> mismatches = new ArrayList<>();
        for (ExpectedAlert expected : test.expected()) {
            Mismatch mismatch = Mismatch.between(expected, found.remove(expected.alertId()));
            if (mismatch != null) {
                mismatches.add(mismatch);
            }
        }
        found.values().forEach(alert -> mismatches.add(Mismatch.unexpected(alert)));
        return new Outcome(test, mismatches);
    }

    public boolean passed() {
        return mismatches.isEmpty();
    }

    /** The rule's alerts by their ids, in the order of {@code alerts.jsonl}. */
    private static Map<String, Alert> found(RuleTest test, RuleBook book) {
        List<Event> events = test.events().stream().map(ExampleEvents::read).toList();
        Map<String, Alert> found = new LinkedHashMap<>();
        History.findings(events, test.asOf(), book).stream()
                .filter(finding -> finding.ruleCode().equals(test.ruleCode()))
                .sorted(Comparator.comparingLong(Finding::raisedAt).thenComparing(Finding::alertId))
                .forEach(finding -> found.put(finding.alertId(), Rules.alert(finding, book)));
        return found;
    }
}
