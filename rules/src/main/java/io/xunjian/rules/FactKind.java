package io.xunjian.rules;

import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.wire.Codec;
import java.io.Serializable;
import java.util.Set;

/**
 * What is known of one kind of key (an order, a shop, …), and how it grows. An event is the smallest facts; facts only
 * grow by {@link #join}, so neither arrival order nor redelivery can matter:
 *
 * <p>{@code a ⊔ b = b ⊔ a}, {@code (a ⊔ b) ⊔ c = a ⊔ (b ⊔ c)}, {@code a ⊔ a = a}; and what {@link #prune} drops can be
 * dropped before or after a join.
 *
 * @param <F> the facts, immutable
 */
public interface FactKind<F> extends Serializable {

    /** Names the operator and its state. Never changes once released. */
    String name();

    /** The streams whose events it takes. */
    Set<Stream> streams();

    /** The codes of the judgements whose findings it takes as well. */
    default Set<String> findings() {
        return Set.of();
    }

    /** Whether it takes what others found; it is then judged after them. */
    default boolean takesFindings() {
        return !findings().isEmpty();
    }

    /** The key that this event is a fact of, {@code null} where it is none of this kind. */
    String keyOf(Event event);

    /** The facts that this event alone makes. */
    F of(Event event);

    F join(F a, F b);

    /** Whether the event is in these facts already: a redelivery. */
    boolean contains(F facts, Event event);

    /** Drops what can no longer matter once every event up to {@code before} has come. */
    default F prune(F facts, long before, RuleBook book) {
        return facts;
    }

    /** The instant up to which {@link #prune} has dropped facts: what happened by then comes too late. */
    default long prunedTo(F facts) {
        return Instants.BEFORE_ALL;
    }

    Codec<F> codec();
}
