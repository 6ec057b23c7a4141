package io.xunjian.rules.testing;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.History;
import io.xunjian.rules.Instants;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The plainest runner there is: joins every fact, then judges every key once. What others do is measured by it. */
public final class JudgedAtOnce {

    private JudgedAtOnce() {}

    /** Every breach that is seen by the horizon, by every rule. */
    public static List<Finding> findings(Collection<Event> events, long horizon, RuleBook book) {
        return History.findings(events, horizon, book);
    }

    /** The greatest eventTime: where a run ends that is not told otherwise. */
    public static long horizonOf(Collection<Event> events) {
        return events.stream().mapToLong(Event::eventTime).max().orElse(Instants.BEFORE_ALL);
    }

    /** The facts of each key. */
    public static <F> Map<String, F> facts(FactKind<F> kind, Collection<Event> events) {
        return History.facts(kind, events);
    }
}
