package io.xunjian.rules.book;

import io.xunjian.rules.alert.Sentence;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a rule is in words, for its page. It speaks of parameters by name, so that it holds for every version.
 *
 * @param finds what it finds, in one phrase
 * @param definition Markdown
 * @param cures what puts a breach right, and that it stands
 * @param late what becomes of facts that come late
 * @param parameters by name, every one that the rule reads
 */
public record RuleDoc(
        Sentence finds,
        Sentence definition,
        Sentence cures,
        Sentence late,
        Map<String, ParameterDoc> parameters,
        Example example)
        implements Serializable {

    /** What a parameter's value counts, and what it does. */
    public record ParameterDoc(Sentence unit, Sentence meaning) implements Serializable {}

    /**
     * A small history, to be judged when the page is made.
     *
     * @param shows what to see in it
     * @param asOf the horizon, epoch ms
     * @param events records as a stream carries them
     */
    public record Example(Sentence shows, long asOf, List<String> events) implements Serializable {}
}
