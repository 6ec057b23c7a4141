package io.xunjian.rules.json;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Instants as text: {@code 2022-08-01T10:00:00.123+08:00}. What is finer than a millisecond is cut off. */
final class Rfc3339 {

    /** What {@link #parse} gives for text that is no such instant. */
    static final long MALFORMED = Long.MIN_VALUE;

    private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";

    private Rfc3339() {}

    static long parse(String text) {
        if (text.length() <= SHAPE.length() || !hasShape(text, 0, SHAPE)) {
            return MALFORMED;
        }
        int at = SHAPE.length();
        int millis = 0;
        if (text.charAt(at) == '.') {
            int end = at + 1;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            if (end == at + 1) {
                return MALFORMED;
            }
            for (int i = 1, unit = 100; i <= 3 && at + i < end; i++, unit /= 10) {
                millis += unit * (text.charAt(at + i) - '0');
            }
            at = end;
        }
        return instant(text, millis, at);
    }

    private static long instant(String text, int millis, int offsetAt) {
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        int offset = offsetSeconds(text, offsetAt);
        if (hour > 23 || minute > 59 || second > 59 || offset == Integer.MIN_VALUE) {
            return MALFORMED;
        }
        try {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2))
                    .toEpochDay();
            return (day * 86_400 + hour * 3_600L + minute * 60L + second - offset) * 1_000 + millis;
        } catch (DateTimeException e) {
            return MALFORMED;
        }
    }

    private static int offsetSeconds(String text, int at) {
        if (at == text.length() - 1 && (text.charAt(at) == 'Z' || text.charAt(at) == 'z')) {
            return 0;
        }
        if (text.length() - at != 6 || !hasShape(text, at, "sdd:dd")) {
            return Integer.MIN_VALUE;
        }
        int hours = number(text, at + 1, 2);
        int minutes = number(text, at + 4, 2);
        if (hours > 23 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3_600 + minutes * 60;
        return text.charAt(at) == '-' ? -seconds : seconds;
    }

    private static boolean hasShape(String text, int from, String shape) {
        for (int i = 0; i < shape.length(); i++) {
            char c = text.charAt(from + i);
            boolean fits = switch (shape.charAt(i)) {
                case 'd' -> isDigit(c);
                case 's' -> c == '+' || c == '-';
                case 'T' -> c == 'T' || c == 't';
                default -> c == shape.charAt(i);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
