package io.xunjian.rules;

import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.book.Action;
import io.xunjian.rules.book.ParameterReader;
import io.xunjian.rules.book.RuleVersion;
import java.io.Serializable;
import java.util.List;

/**
 * A judgement whose findings are breaches: each becomes an alert, with what the rule book says about it.
 *
 * @param <F> what it judges
 */
public interface Rule<F> extends Judgement<F> {

    /** Judgements that this rule needs and that are no rules: it takes their findings as facts, and nobody else sees them. */
    default List<Judgement<?>> restsOn() {
        return List.of();
    }

    /** Reads one version's parameters; faults are told to the reader, all of them. */
    Serializable parameters(ParameterReader in);

    /** How many levels these parameters can reach; the ladder must have a rung for each. */
    default int levels(Serializable parameters) {
        return 1;
    }

    /**
     * How much further back, in ms, judging by these parameters asks for facts than judging by those: so much earlier they
     * must be known to a live run, which forgets what nobody asks for. {@link Instants#NEVER} where it cannot be early enough.
     */
    default long looksFurtherBack(Serializable parameters, List<? extends Serializable> than) {
        return 0;
    }

    /** What the rule book orders for this breach: the actions of its level, unless a parameter says more. */
    default List<Action> actions(Finding finding, RuleVersion version) {
        return version.rung(finding.level()).actions();
    }

    /** One sentence with the numbers in it, for people. */
    Sentence reason(Finding finding, RuleVersion version);
}
