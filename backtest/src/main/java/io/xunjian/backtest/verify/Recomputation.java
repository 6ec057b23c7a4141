package io.xunjian.backtest.verify;

import io.xunjian.backtest.KeyEvents;
import io.xunjian.backtest.KeyEvents.KeyOfKind;
import io.xunjian.backtest.KeyHistory;
import io.xunjian.backtest.verify.Verification.Rejection;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.json.AlertJson;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Computes alerts that rest on the same keys again: from all events of these keys, which decides, and each from its evidence
 * alone.
 */
final class Recomputation {

    /** Whether an alert holds. */
    enum Kind {
        HOLDS_BY_EVIDENCE,
        HOLDS_BY_KEY,
        REJECTED
    }

    /** @param rejection {@code null} where it holds */
    record Outcome(Kind kind, Rejection rejection) {}

    private final KeyEvents events;
    private final RuleBook book;
    private final List<Event> ofKeys;
    private final Map<Rule<?>, List<Finding>> findings = new HashMap<>();

    Recomputation(Set<KeyOfKind> keys, KeyEvents events, RuleBook book) {
        this.events = events;
        this.book = book;
        this.ofKeys = events.ofKeys(keys);
    }

    /**
     * Whether an alert holds.
     *
     * @param claim one of those that rest on the keys
     * @param bytes its line
     */
    Outcome outcome(Claim claim, byte[] bytes) {
        Rule<?> rule = claim.rule();
        if (rule == null) {
            return rejected(
                    claim, List.of(), claim.json() == null ? "is not one JSON object" : "is of no rule that there is");
        }
        if (ofKeys.isEmpty()) {
            return rejected(claim, List.of("evidence"), "none of its evidence is among the events");
        }
        List<Finding> found = findings.computeIfAbsent(rule, any -> findings(rule, ofKeys));
        List<Difference> differences = differences(claim, bytes, found);
        if (differences == null) {
            return rejected(claim, List.of(), "the events of its key give no such alert");
        }
        if (!differences.isEmpty()) {
            return rejected(
                    claim,
                    differences.stream().map(Difference::field).toList(),
                    differences.stream().map(Difference::toString).collect(Collectors.joining("; ")));
        }
        boolean isByEvidence = holdsByEvidence(claim, bytes, rule);
        return new Outcome(isByEvidence ? Kind.HOLDS_BY_EVIDENCE : Kind.HOLDS_BY_KEY, null);
    }

    private static Outcome rejected(Claim claim, List<String> fields, String why) {
        return new Outcome(Kind.REJECTED, new Rejection(claim.line(), claim.alertId(), fields, why));
    }

    /** Of what other rules found, their keys' events: the evidence names that by the alert's id. */
    private boolean holdsByEvidence(Claim claim, byte[] bytes, Rule<?> rule) {
        Set<String> ids = claim.evidence();
        Set<Event> evidence = new LinkedHashSet<>(events.of(claim.namesOfFindings()));
        ofKeys.stream().filter(event -> ids.contains(event.eventId())).forEach(evidence::add);
        if (evidence.size() == ofKeys.size()) {
            return true; // there is nothing else
        }
        List<Difference> differences = differences(claim, bytes, findings(rule, evidence));
        return differences != null && differences.isEmpty();
    }

    private List<Finding> findings(Rule<?> rule, Collection<Event> known) {
        return KeyHistory.findings(known, Rules.finding(rule.code()), events.horizon(), book).stream()
                .filter(finding -> finding.ruleCode().equals(rule.code()))
                .toList();
    }

    /** From the alert of its id, or else from that to which it is nearest; {@code null} if there is none. */
    private List<Difference> differences(Claim claim, byte[] bytes, List<Finding> among) {
        for (Finding finding : among) {
            if (finding.alertId().equals(claim.alertId())) {
                return differences(claim, bytes, finding);
            }
        }
        List<Difference> nearest = null;
        for (Finding finding : among) {
            List<Difference> differences = differences(claim, bytes, finding);
            if (nearest == null || differences.size() < nearest.size()) {
                nearest = differences;
            }
        }
        return nearest;
    }

    private List<Difference> differences(Claim claim, byte[] bytes, Finding finding) {
        byte[] json = AlertJson.write(Rules.alert(finding, book));
        return Arrays.equals(json, bytes) ? List.of() : Difference.between(claim.json(), Claim.json(json));
    }
}
