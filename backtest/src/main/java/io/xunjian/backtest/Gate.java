package io.xunjian.backtest;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A limit to what a candidate may change, for those who ask before it is live: {@code added > 100}, or of one rule alone
 * {@code RULE.added > 100}.
 *
 * @param ruleCode {@code null} for all rules together
 */
public record Gate(String text, String ruleCode, Measure measure, Relation relation, long limit) {

    private static final Pattern NOTATION =
            Pattern.compile("\\s*(?:(\\w+)\\.)?(\\w+)\\s*([<>]=?)\\s*(-?\\d{1,18})\\s*");

    /** What can be limited. */
    public enum Measure {
        ADDED("added"),
        REMOVED("removed"),
        CHANGED("changed"),
        SHOPS("shops"),
        AMOUNT_FEN("amountFen");

        private final String jsonName;

        Measure(String jsonName) {
            this.jsonName = jsonName;
        }

        private long of(Delta delta) {
            return switch (this) {
                case ADDED -> delta.added();
                case REMOVED -> delta.removed();
                case CHANGED -> delta.changed();
                case SHOPS -> delta.shops();
                case AMOUNT_FEN -> delta.amountFen();
            };
        }

        private static Measure of(String name) {
            return Arrays.stream(values())
                    .filter(measure -> measure.jsonName.equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** On which side of the limit it fails. */
    public enum Relation {
        ABOVE(">"),
        FROM(">="),
        BELOW("<"),
        UP_TO("<=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        private boolean holds(long value, long limit) {
            return switch (this) {
                case ABOVE -> value > limit;
                case FROM -> value >= limit;
                case BELOW -> value < limit;
                case UP_TO -> value <= limit;
            };
        }
    }

    /**
     * Reads a gate.
     *
     * @throws IllegalArgumentException if it is none; the message says what was expected
     */
    public static Gate of(String text) {
        Matcher parts = NOTATION.matcher(text);
        Measure measure = parts.matches() ? Measure.of(parts.group(2)) : null;
        if (measure == null) {
            throw new IllegalArgumentException("is '" + text + "', expected a measure ("
                    + Arrays.stream(Measure.values())
                            .map(known -> known.jsonName)
                            .collect(Collectors.joining(", "))
                    + "), one of > >= < <= and a whole number, such as 'added > 100' or 'RULE.added > 100'");
        }
        Relation relation = Arrays.stream(Relation.values())
                .filter(known -> known.sign.equals(parts.group(3)))
                .findFirst()
                .orElseThrow();
        return new Gate(text.strip(), parts.group(1), measure, relation, Long.parseLong(parts.group(4)));
    }

    /** What it limits, as the comparison has it. */
    public long value(Comparison comparison) {
        return measure.of(ruleCode == null ? comparison.all() : comparison.of(ruleCode));
    }

    /** Whether the candidate must not go live. */
    public boolean fails(Comparison comparison) {
        return relation.holds(value(comparison), limit);
    }
}
