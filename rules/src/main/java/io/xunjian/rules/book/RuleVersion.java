package io.xunjian.rules.book;

import io.xunjian.rules.alert.Sentence;
import java.io.Serializable;
import java.util.List;

/**
 * A rule as it is from one instant on.
 *
 * @param version its number, from 1: in every alert that it raises
 * @param effectiveFrom epoch ms: obligations that begin at or after it are judged by this version
 * @param parameters of the type that the rule reads
 * @param values the same for people, one by one
 * @param ladder the rung of level n at index n − 1
 */
public record RuleVersion(
        String ruleCode,
        Sentence name,
        Clause clause,
        int version,
        VersionStatus status,
        long effectiveFrom,
        Serializable parameters,
        List<Parameter> values,
        List<Rung> ladder)
        implements Serializable {

    RuleVersion as(VersionStatus newStatus) {
        return new RuleVersion(ruleCode, name, clause, version, newStatus, effectiveFrom, parameters, values, ladder);
    }

    /** Whether both judge alike and order the same, in whatever words. */
    boolean judgesAs(RuleVersion other) {
        return version == other.version
                && status == other.status
                && effectiveFrom == other.effectiveFrom
                && parameters.equals(other.parameters)
                && ladder.equals(other.ladder);
    }

    public Rung rung(int level) {
        return ladder.get(level - 1);
    }
}
