package io.xunjian.backtest.verify;

import io.xunjian.backtest.KeyEvents;
import io.xunjian.backtest.KeyHistory;
import io.xunjian.backtest.verify.Verification.Rejection;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.json.AlertJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Computes one alert again: from all events of its keys, which decides, and from its evidence alone. */
final class Recomputation {

    /** Whether an alert holds. */
    enum Kind {
        HOLDS_BY_EVIDENCE,
        HOLDS_BY_KEY,
        REJECTED
    }

    /** @param rejection {@code null} where it holds */
    record Outcome(Kind kind, Rejection rejection) {}

    private final Claim claim;
    private final byte[] bytes;
    private final KeyEvents events;
    private final RuleBook book;

    Recomputation(Claim claim, byte[] bytes, KeyEvents events, RuleBook book) {
        this.claim = claim;
        this.bytes = bytes;
        this.events = events;
        this.book = book;
    }

    Outcome outcome() {
        Rule<?> rule = claim.rule();
        if (rule == null) {
            return rejected(List.of(), claim.json() == null ? "is not one JSON object" : "is of no rule that there is");
        }
        List<Event> ofKeys = events.of(claim.names());
        if (ofKeys.isEmpty()) {
            return rejected(List.of("evidence"), "none of its evidence is among the events");
        }
        List<Difference> differences = differences(findings(rule, ofKeys));
        if (differences == null) {
            return rejected(List.of(), "the events of its key give no such alert");
        }
        if (!differences.isEmpty()) {
            return rejected(
                    differences.stream().map(Difference::field).toList(),
                    differences.stream().map(Difference::toString).collect(Collectors.joining("; ")));
        }
        return new Outcome(holdsByEvidence(rule, ofKeys) ? Kind.HOLDS_BY_EVIDENCE : Kind.HOLDS_BY_KEY, null);
    }

    private Outcome rejected(List<String> fields, String why) {
        return new Outcome(Kind.REJECTED, new Rejection(claim.line(), claim.alertId(), fields, why));
    }

    /** Of what other rules found, their keys' events: the evidence names that by the alert's id. */
    private boolean holdsByEvidence(Rule<?> rule, List<Event> ofKeys) {
        Set<String> ids = claim.evidence();
        List<Event> evidence = new ArrayList<>(events.of(claim.namesOfFindings()));
        ofKeys.stream().filter(event -> ids.contains(event.eventId())).forEach(evidence::add);
        List<Difference> differences = differences(findings(rule, evidence));
        return differences != null && differences.isEmpty();
    }

    private List<Finding> findings(Rule<?> rule, List<Event> known) {
        return KeyHistory.findings(known, Rules.finding(rule.code()), events.horizon(), book).stream()
                .filter(finding -> finding.ruleCode().equals(rule.code()))
                .toList();
    }

    /** From the alert of its id, or else from that to which it is nearest; {@code null} if there is none. */
    private List<Difference> differences(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.alertId().equals(claim.alertId())) {
                return differences(finding);
            }
        }
        List<Difference> nearest = null;
        for (Finding finding : findings) {
            List<Difference> differences = differences(finding);
            if (nearest == null || differences.size() < nearest.size()) {
                nearest = differences;
            }
        }
        return nearest;
    }

    private List<Difference> differences(Finding finding) {
        byte[] json = AlertJson.write(Rules.alert(finding, book));
        return Arrays.equals(json, bytes) ? List.of() : Difference.between(claim.json(), Claim.json(json));
    }
}
