package io.xunjian.replay;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The facts of one kind, by key. Striped, so that threads seldom meet. */
final class FactTable<F> {

    /** A power of two, many times the number of threads. */
    static final int STRIPES = 256;

    private final RulesOfKind<F> rules;
    private final FactKind<F> kind;
    private final Map<Integer, HashMap<String, F>> stripes = new HashMap<>();

    FactTable(RulesOfKind<F> rules) {
        this.rules = rules;
        this.kind = rules.kind();
        for (int i = 0; i < STRIPES; i++) {
            stripes.put(i, new HashMap<>());
        }
    }

    /** What became of an event that was offered to a table. */
    enum Taken {
        NEW,
        KNOWN,
        /** Not a fact of this kind. */
        NOT
    }

    Taken add(Event event) {
        String key = kind.keyOf(event);
        if (key == null) {
            return Taken.NOT;
        }
        HashMap<String, F> stripe = stripes.get(stripeOf(key));
        synchronized (stripe) {
            F known = stripe.get(key);
            if (known == null) {
                stripe.put(key, kind.of(event));
                return Taken.NEW;
            }
            if (kind.contains(known, event)) {
                return Taken.KNOWN;
            }
            stripe.put(key, kind.join(known, kind.of(event)));
            return Taken.NEW;
        }
    }

    private static int stripeOf(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return hash >>> 24;
    }

    boolean takesFindings() {
        return kind.takesFindings();
    }

    /** Judges every key of a stripe at the horizon, and forgets them. */
    void judge(int stripe, long horizon, RuleBook book, Consumer<Finding> found) {
        HashMap<String, F> facts = stripes.get(stripe);
        facts.forEach((key, value) ->
                rules.judge(key, value, horizon, book).findings().forEach(found));
        facts.clear();
    }
}
