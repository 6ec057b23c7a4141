package io.xunjian.bench.micro;

import io.xunjian.rules.Finding;
import io.xunjian.rules.History;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import java.util.List;
import java.util.Map;

/** One key with its facts, and the rules that judge it. */
record OneKey(RulesOfKind<Object> rules, String key, Object facts) {

    static final RuleBook BOOK = RuleBook.builtIn(Rules.ALL);

    /**
     * The key of these events.
     *
     * @param code of a judgement over that kind of key
     * @param events all of one key
     */
    static OneKey of(String code, List<Event> events) {
        RulesOfKind<Object> rules = finding(code);
        Map<String, Object> keys = History.facts(rules.kind(), events);
        Map.Entry<String, Object> only = keys.entrySet().iterator().next();
        if (keys.size() != 1) {
            throw new IllegalArgumentException("Not one key, but " + keys.keySet());
        }
        return new OneKey(rules, only.getKey(), only.getValue());
    }

    @SuppressWarnings("unchecked") // the facts are those that the kind itself makes
    private static RulesOfKind<Object> finding(String code) {
        return (RulesOfKind<Object>) Rules.byKind().stream()
                .filter(rules -> rules.finds(code))
                .findFirst()
                .orElseThrow();
    }

    Verdict judge(long asOf) {
        return rules.judge(key, facts, asOf, BOOK);
    }

    /** What is found, as events for the rules over findings. */
    List<Event> found(long asOf) {
        return judge(asOf).findings().stream().map(Event::of).toList();
    }

    /** The only breach of it. */
    Finding breach(long asOf) {
        return judge(asOf).findings().get(0);
    }
}
