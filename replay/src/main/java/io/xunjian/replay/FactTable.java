package io.xunjian.replay;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The facts of one kind, by key. Striped, so that threads seldom meet. */
final class FactTable<F> {

    private static final int STRIPE_BITS = 8;

    /** Many times the number of threads. */
    static final int STRIPES = 1 << STRIPE_BITS;

    private final RulesOfKind<F> rules;
    private final FactKind<F> kind;
    private final List<Stripe<F>> stripes = new ArrayList<>();

    FactTable(RulesOfKind<F> rules, MemoryGuard memory) {
        this.rules = rules;
        this.kind = rules.kind();
        for (int i = 0; i < STRIPES; i++) {
            stripes.add(new Stripe<>(kind, memory));
        }
    }

    /** What became of an event that was offered to a table. */
    enum Taken {
        NEW,
        KNOWN,
        /** Not a fact of this kind. */
        NOT
    }

    Taken add(Event event) throws TooBigForMemory {
        String key = kind.keyOf(event);
        if (key == null) {
            return Taken.NOT;
        }
        int hash = key.hashCode() * 0x9E3779B9;
        Stripe<F> stripe = stripes.get(hash >>> (Integer.SIZE - STRIPE_BITS));
        synchronized (stripe) {
            return stripe.add(key, hash, event) ? Taken.NEW : Taken.KNOWN;
        }
    }

    /** Whether other tables take what is found in this one. */
    boolean isHeard() {
        return Rules.areHeard(rules);
    }

    boolean takesFindings() {
        return kind.takesFindings();
    }

    /** Judges every key of a stripe at the horizon, and forgets them. */
    void judge(int stripe, long horizon, RuleBook book, Consumer<Finding> found) {
        stripes.get(stripe)
                .forEach((key, facts) ->
                        rules.judge(key, facts, horizon, book).findings().forEach(found));
        stripes.get(stripe).clear();
    }
}
