package io.xunjian.rules.testing;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The plainest runner there is: joins every fact, then judges every key once. What others do is measured by it. */
public final class JudgedAtOnce {

    private JudgedAtOnce() {}

    /** Every breach that is seen by the horizon, by every rule. */
    public static List<Finding> findings(Collection<Event> events, long horizon, RuleBook book) {
        List<Finding> findings = new ArrayList<>();
        for (RulesOfKind<?> rules : Rules.byKind()) {
            List<Event> facts = new ArrayList<>(events);
            if (rules.kind().takesFindings()) {
                findings.forEach(finding -> facts.add(Event.of(finding)));
            }
            findings.addAll(judge(rules, facts, horizon, book));
        }
        return findings.stream().filter(Rules::isBreach).toList();
    }

    /** The greatest eventTime: where a run ends that is not told otherwise. */
    public static long horizonOf(Collection<Event> events) {
        return events.stream().mapToLong(Event::eventTime).max().orElse(Instants.BEFORE_ALL);
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
        List<Event> known =
                events.stream().filter(event -> event.eventTime() <= horizon).toList();
        List<Finding> findings = new ArrayList<>();
        facts(rules.kind(), known)
                .forEach((key, facts) ->
                        findings.addAll(rules.judge(key, facts, horizon, book).findings()));
        return findings;
    }
}
