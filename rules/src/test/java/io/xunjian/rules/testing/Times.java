package io.xunjian.rules.testing;

import java.time.OffsetDateTime;

/** Instants and spans in words, in epoch milliseconds and milliseconds. */
public final class Times {

    public static final long SECOND = 1_000;
    public static final long MINUTE = 60 * SECOND;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;

    /** Monday, 2022-08-01, in the platform's zone. */
    public static final long MIDNIGHT = at("2022-08-01T00:00:00+08:00");

    public static final long NOON = MIDNIGHT + 12 * HOUR;
    public static final long ONE_HOUR_LATER = NOON + HOUR;
    public static final long NEXT_NOON = NOON + DAY;
    public static final long A_YEAR_LATER = NOON + 365 * DAY;

    private Times() {}

    /** The instant of an RFC 3339 text with an offset. */
    public static long at(String text) {
        return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    }

    public static long hours(long hours) {
        return hours * HOUR;
    }

    public static long days(long days) {
        return days * DAY;
    }
}
