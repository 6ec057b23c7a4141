package io.xunjian.backtest;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.Utf8Order;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that happened to one key, in order: its events, and what other rules found, where it is judged by that.
 *
 * @param facts by (time, id), each once
 */
public record KeyHistory<F>(RulesOfKind<F> rules, String key, List<Event> facts) {

    private static final Comparator<Event> IN_ORDER =
            Comparator.comparingLong(Event::eventTime).thenComparing(Event::eventId, Utf8Order::compare);

    /**
     * The histories of all keys that these rules judge, by key.
     *
     * @param events of these keys and of those whose findings they take, none after the horizon
     */
    public static <F> List<KeyHistory<F>> in(
            Collection<Event> events, RulesOfKind<F> rules, long horizon, RuleBook book) {
        List<Event> known = new ArrayList<>(events);
        Rules.toldTo(rules.kind())
                .forEach(told -> findings(events, told, horizon, book).forEach(found -> known.add(Event.of(found))));
        Map<String, TreeSet<Event>> byKey = new TreeMap<>();
        for (Event event : known) {
            String key = rules.kind().keyOf(event);
            if (key != null) {
                byKey.computeIfAbsent(key, any -> new TreeSet<>(IN_ORDER)).add(event);
            }
        }
        return byKey.entrySet().stream()
                .map(one -> new KeyHistory<>(rules, one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }

    /** What these rules find in all of their keys, as of the horizon. */
    public static List<Finding> findings(Collection<Event> events, RulesOfKind<?> rules, long horizon, RuleBook book) {
        List<Finding> findings = new ArrayList<>();
        for (KeyHistory<?> history : in(events, rules, horizon, book)) {
            findings.addAll(history.judge(horizon, book).findings());
        }
        return findings;
    }

    /** A key for people: what a key of several ids has between them stands in no id. */
    public static String readable(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (Character.isISOControl(key.charAt(i))) {
                return key.replaceAll("\\p{Cntrl}", "/");
            }
        }
        return key;
    }

    /** What the rules say of it as of an instant at which nothing later had happened. */
    public Verdict judge(long asOf, RuleBook book) {
        FactKind<F> kind = rules.kind();
        F known = null;
        for (Event fact : facts) {
            if (fact.eventTime() > asOf) {
                break;
            }
            known = known == null ? kind.of(fact) : kind.join(known, kind.of(fact));
        }
        return known == null ? Verdict.nothing(asOf) : rules.judge(key, known, asOf, book);
    }
}
