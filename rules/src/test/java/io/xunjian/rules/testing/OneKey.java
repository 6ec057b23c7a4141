package io.xunjian.rules.testing;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** One key of some kind, and the rules and the book by which it is judged. */
public record OneKey<F>(RulesOfKind<F> rules, String key, RuleBook book) {

    private static final Comparator<Finding> BY_ID = Comparator.comparing(Finding::alertId);

    /** Judges that never end a chain of looks would do so for ever. */
    private static final int LOOKS = 10_000;

    public FactKind<F> kind() {
        return rules.kind();
    }

    /** The facts of those events, at least one. */
    public F facts(List<Event> events) {
        return events.stream().map(kind()::of).reduce(kind()::join).orElseThrow();
    }

    public Verdict judge(F facts, long asOf) {
        return rules.judge(key, facts, asOf, book);
    }

    /** What is found of those events as of an instant, by alertId. */
    public List<Finding> found(List<Event> events, long asOf) {
        return events.isEmpty()
                ? List.of()
                : judge(facts(events), asOf).findings().stream().sorted(BY_ID).toList();
    }

    /** Every instant at which something happens, is seen or is cured, and 1 ms before and after; in order. */
    public SortedSet<Long> instants(List<Event> events) {
        TreeSet<Long> instants = new TreeSet<>();
        events.forEach(event -> addBeside(event.eventTime(), instants));
        F facts = facts(events);
        long look = judge(facts, Instants.BEFORE_ALL).nextLook();
        for (int looks = 0; look != Instants.NEVER; looks++) {
            addBeside(look, instants);
            look = judge(facts, look).nextLook();
            if (looks == LOOKS) {
                throw new AssertionError("looks again for ever");
            }
        }
        instants.add(instants.last() + 1_000 * Times.DAY);
        return instants;
    }

    private static void addBeside(long instant, TreeSet<Long> instants) {
        for (long beside = -1; beside <= 1; beside++) {
            instants.add(instant + beside);
        }
    }

    /** What a run with that lateness has said of the key when the watermark got to the end: see {@link LiveKey}. */
    public List<Finding> said(List<Event> events, Map<Event, Long> arrivals, long lateness, long end) {
        LiveKey<F> live = new LiveKey<>(this, lateness);
        List<Event> asTheyCome = new ArrayList<>(events);
        asTheyCome.sort(Comparator.comparing(arrivals::get));
        for (Event event : asTheyCome) {
            live.watermark(arrivals.get(event) - 1);
            live.arrive(event);
        }
        live.watermark(end);
        return live.net().stream().sorted(BY_ID).toList();
    }

    /** The events of each key of a kind. */
    public static <F> Map<OneKey<F>, List<Event>> among(List<Event> events, RulesOfKind<F> rules, RuleBook book) {
        Map<OneKey<F>, List<Event>> keys = new HashMap<>();
        for (Event event : events) {
            String key = rules.kind().keyOf(event);
            if (key != null) {
                keys.computeIfAbsent(new OneKey<>(rules, key, book), none -> new ArrayList<>())
                        .add(event);
            }
        }
        return keys;
    }
}
