package io.xunjian.rules.trial;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One parameter of one rule, and the values that are tried for it.
 *
 * @param values as a rule file would have them
 */
public record Sweep(String ruleCode, String parameter, List<String> values) implements Serializable {

    /** With the baseline and the candidate they are as many books as there can be. */
    public static final int MOST_VALUES = Trial.MOST_BOOKS - 2;

    private static final Pattern NOTATION = Pattern.compile("(\\w+)\\.(\\w+)=(.+)");
    private static final Pattern RANGE = Pattern.compile("(.+?)\\.\\.(.+?)/(.+)");

    /**
     * Reads {@code RULE.parameter=FROM..TO/STEP} (durations or whole numbers, both ends included) or
     * {@code RULE.parameter=A,B,C}.
     *
     * @throws IllegalArgumentException if it is neither; the message says what was expected
     */
    public static Sweep of(String text) {
        Matcher parts = NOTATION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "is '" + text
                            + "', expected RULE.parameter=FROM..TO/STEP, such as …=PT24H..PT72H/PT12H, or RULE.parameter=A,B,C");
        }
        Matcher range = RANGE.matcher(parts.group(3));
        List<String> values = range.matches()
                ? range(range.group(1), range.group(2), range.group(3))
                : List.of(parts.group(3).split(",", -1));
        if (values.size() > MOST_VALUES) {
            throw tooMany();
        }
        return new Sweep(parts.group(1), parts.group(2), values);
    }

    private static List<String> range(String from, String to, String step) {
        boolean isDuration = from.startsWith("P");
        try {
            long first = isDuration ? Duration.parse(from).toMillis() : new BigDecimal(from).longValueExact();
            long last = isDuration ? Duration.parse(to).toMillis() : new BigDecimal(to).longValueExact();
            long by = isDuration ? Duration.parse(step).toMillis() : new BigDecimal(step).longValueExact();
            if (by <= 0 || last < first) {
                throw new IllegalArgumentException("goes from " + from + " to " + to + " by " + step
                        + ", expected a step above zero and an end that is not before the start");
            }
            if ((last - first) / by >= MOST_VALUES) {
                throw tooMany();
            }
            List<String> values = new ArrayList<>();
            for (long value = first; value <= last; value += by) {
                values.add(isDuration ? Duration.ofMillis(value).toString() : Long.toString(value));
            }
            return values;
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "goes from '" + from + "' to '" + to + "' by '" + step
                            + "', expected three durations (PT24H) or three whole numbers",
                    e);
        }
    }

    private static IllegalArgumentException tooMany() {
        return new IllegalArgumentException("has more values than can be tried at once: " + MOST_VALUES);
    }
}
