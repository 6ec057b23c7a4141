package io.xunjian.rules;

import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges a small history by the plainest means: joins every fact, then judges every key once. */
public final class History {

    private History() {}

    /** Every breach that is seen by the horizon, by every rule, in no order. */
    public static List<Finding> findings(Collection<Event> events, long horizon, RuleBook book) {
        List<Finding> findings = new ArrayList<>();
        for (RulesOfKind<?> rules : Rules.byKind()) {
            List<Event> known = new ArrayList<>(events);
            if (rules.kind().takesFindings()) {
                findings.forEach(finding -> known.add(Event.of(finding)));
            }
            known.removeIf(event -> event.eventTime() > horizon);
            findings.addAll(judge(rules, known, horizon, book));
        }
        return findings.stream().filter(Rules::isBreach).toList();
    }

    /** The facts of each key. */
    public static <F> Map<String, F> facts(FactKind<F> kind, Collection<Event> events) {
        Map<String, F> facts = new HashMap<>();
        for (Event event : events) {
            String key = kind.keyOf(event);
            if (key != null) {
                facts.merge(key, kind.of(event), kind::join);
            }
        }
        return facts;
    }

    private static <F> List<Finding> judge(RulesOfKind<F> rules, List<Event> events, long horizon, RuleBook book) {
        List<Finding> findings = new ArrayList<>();
        facts(rules.kind(), events)
                .forEach((key, facts) ->
                        findings.addAll(rules.judge(key, facts, horizon, book).findings()));
        return findings;
    }
}
