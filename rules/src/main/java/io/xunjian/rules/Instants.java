package io.xunjian.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants are epoch milliseconds throughout; this is their arithmetic at the ends and their look in sentences. */
public final class Instants {

    /** Later than every instant: it does not come. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Earlier than every instant: nothing is known yet. */
    public static final long BEFORE_ALL = Long.MIN_VALUE;

    /** In ms. A calendar day of the platform's zone has no other length: China keeps one time all year. */
    public static final long DAY = 24 * 60 * 60 * 1_000L;

    /** Of Asia/Shanghai, the zone that the platform's rules mean by a day or an hour of the clock. */
    private static final ZoneOffset PLATFORM_OFFSET = ZoneOffset.ofHours(8);

    private static final long PLATFORM_OFFSET_MS = PLATFORM_OFFSET.getTotalSeconds() * 1_000L;

    private Instants() {}

    /** {@code instant + millis}, where {@link #NEVER} and what overflows stay {@link #NEVER}. */
    public static long plus(long instant, long millis) {
        if (instant == NEVER || instant > NEVER - millis) {
            return NEVER;
        }
        return instant + millis;
    }

    /** {@code instant - millis}, where {@link #BEFORE_ALL} and what underflows stay {@link #BEFORE_ALL}. */
    public static long minus(long instant, long millis) {
        return instant < BEFORE_ALL + millis ? BEFORE_ALL : instant - millis;
    }

    /** The calendar day of an instant in the platform's zone, in days since 1970-01-01. */
    public static int day(long instant) {
        return (int) Math.floorDiv(instant + PLATFORM_OFFSET_MS, DAY);
    }

    /** The first instant of a day in the platform's zone. */
    public static long midnight(int day) {
        return day * DAY - PLATFORM_OFFSET_MS;
    }

    /**
     * An instant as people write one: epoch milliseconds, or RFC 3339 with an offset.
     *
     * @throws IllegalArgumentException if it is neither; the message says what it is and what was expected
     */
    public static long parse(String text) {
        try {
            return text.matches("\\d+")
                    ? Instant.ofEpochMilli(Long.parseLong(text)).toEpochMilli()
                    : OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "is '" + text + "', expected epoch milliseconds or an instant like 2022-08-15T00:00:00+08:00", e);
        }
    }

    /** For people: {@code 2022-08-01 10:00:00}, in the platform's zone. */
    public static String readable(long instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(instant, 1_000L), 0, PLATFORM_OFFSET);
        StringBuilder text = new StringBuilder(19).append(time.getYear());
        twoDigits('-', time.getMonthValue(), text);
        twoDigits('-', time.getDayOfMonth(), text);
        twoDigits(' ', time.getHour(), text);
        twoDigits(':', time.getMinute(), text);
        twoDigits(':', time.getSecond(), text);
        return text.toString();
    }

    /** As rule files and records have it: {@code 2022-08-01T10:00:00+08:00}, to the millisecond. */
    public static String written(long instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(instant).atOffset(PLATFORM_OFFSET));
    }

    private static void twoDigits(char before, int number, StringBuilder text) {
        text.append(before).append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
