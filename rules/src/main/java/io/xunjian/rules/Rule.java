package io.xunjian.rules;

import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.book.Action;
import io.xunjian.rules.book.ParameterReader;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import java.io.Serializable;
import java.util.List;

/**
 * A rule is a pure function: facts of one key, an instant, the rule book → breaches. Its laws:
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
public interface Rule<F> extends Serializable {

    /** As in the rule book and in alerts: {@code LATE_SHIPMENT}. */
    String code();

    /** The facts that it judges. Rules over the same kind share its state and its operator. */
    FactKind<F> facts();

    /** Reads one version's parameters; faults are told to the reader, all of them. */
    Serializable parameters(ParameterReader in);

    /** How many levels these parameters can reach; the ladder must have a rung for each. */
    default int levels(Serializable parameters) {
        return 1;
    }

    /** What the rule book orders for this breach: the actions of its level, unless a parameter says more. */
    default List<Action> actions(Finding finding, RuleVersion version) {
        return version.rung(finding.level()).actions();
    }

    /**
     * What the rule says of these facts as of an instant.
     *
     * @param key the key of these facts: the order's id, the shop's, …
     */
    Verdict judge(String key, F facts, long asOf, RuleBook book);

    /** One sentence with the numbers in it, for people. */
    Sentence reason(Finding finding, RuleVersion version);
}
