package io.xunjian.rules;

import io.xunjian.rules.book.RuleBook;
import java.io.Serializable;

/**
 * A pure function: facts of one key, an instant, the rule book → what it finds. Its laws:
 *
 * <ul>
 *   <li>It uses the facts that happened up to {@code asOf}, and nothing after it but to say when to look again.
 *   <li>What it says about instants up to {@code asOf} does not change when only {@code asOf} grows.
 *   <li>It takes its parameters from the version in force at the event time of the obligation.
 *   <li>No clock, no chance, no I/O.
 * </ul>
 *
 * @param <F> what it judges
 */
public interface Judgement<F> extends Serializable {

    /** Names it in what it finds: {@code LATE_SHIPMENT}. */
    String code();

    /** The facts that it judges. Those over the same kind share its state and its operator. */
    FactKind<F> facts();

    /**
     * What there is to say of these facts as of an instant.
     *
     * @param key the key of these facts: the order's id, the shop's, …
     */
    Verdict judge(String key, F facts, long asOf, RuleBook book);

    /**
     * Whether a version that is to come can change when to look next at facts that are here already: where time alone makes
     * an obligation. Elsewhere an obligation begins with an event, and its version is that of the event's time.
     */
    default boolean foresees() {
        return false;
    }
}
