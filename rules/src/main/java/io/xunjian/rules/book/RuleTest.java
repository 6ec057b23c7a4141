package io.xunjian.rules.book;

import java.util.List;

/**
 * A small history with what the rule must find in it.
 *
 * @param place where it stands: file and line
 * @param version the version that it tests; it need not be in force yet
 * @param asOf the horizon, epoch ms
 * @param events records as a stream carries them
 * @param expected every alert of the rule, and no other
 */
public record RuleTest(
        String place,
        String ruleCode,
        String name,
        Kind kind,
        int version,
        long asOf,
        List<String> events,
        List<ExpectedAlert> expected) {

    /** What a test is there for. */
    public enum Kind {
        /** Something is found. */
        POSITIVE,
        /** Nothing is found. */
        NEGATIVE,
        /** What happens exactly at a limit, or just beyond it. */
        LIMIT
    }
}
