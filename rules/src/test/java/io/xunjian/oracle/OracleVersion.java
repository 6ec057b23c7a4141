package io.xunjian.oracle;

import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One version of a rule.
 *
 * @param effectiveFrom epoch ms
 * @param parameters as in a rule file, every one of them
 */
record OracleVersion(String ruleCode, int number, boolean active, long effectiveFrom, Map<String, String> parameters) {

    /** This version with other parameters. */
    OracleVersion with(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(parameters);
        all.putAll(others);
        return new OracleVersion(ruleCode, number, active, effectiveFrom, all);
    }

    OracleVersion as(int otherNumber, boolean whetherActive, long from) {
        return new OracleVersion(ruleCode, otherNumber, whetherActive, from, parameters);
    }

    String text(String parameter) {
        return parameters.get(parameter);
    }

    int integer(String parameter) {
        return Integer.parseInt(text(parameter));
    }

    /** A span such as PT24H or P30D, in ms. */
    long millis(String parameter) {
        return Duration.parse(text(parameter)).toMillis();
    }

    /** A list such as {@code [A, B]}. */
    List<String> texts(String parameter) {
        return parts(inside(text(parameter)), ", *");
    }

    /** One entry of a map such as {@code {A: 12, B: 2}}. */
    int integer(String parameter, String key) {
        for (String entry : parts(inside(text(parameter)), ", *")) {
            if (entry.startsWith(key + ": ")) {
                return Integer.parseInt(entry.substring(key.length() + 2));
            }
        }
        throw new IllegalArgumentException(parameter + " has no " + key);
    }

    /** Hours such as 09:00-21:00. */
    BusinessTime businessTime(String parameter) {
        List<String> ends = parts(text(parameter), "-");
        return new BusinessTime(LocalTime.parse(ends.get(0)), LocalTime.parse(ends.get(1)));
    }

    private static List<String> parts(String text, String between) {
        return Pattern.compile(between).splitAsStream(text).toList();
    }

    private static String inside(String brackets) {
        return brackets.substring(1, brackets.length() - 1);
    }
}
