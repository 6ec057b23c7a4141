package io.xunjian.rules;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Instants are epoch milliseconds throughout; this is their arithmetic at the ends and their look in sentences. */
public final class Instants {

    /** Later than every instant: it does not come. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Earlier than every instant: nothing is known yet. */
    public static final long BEFORE_ALL = Long.MIN_VALUE;

    /** The zone that the platform's rules mean by a day or an hour of the clock. */
    public static final ZoneId PLATFORM_ZONE = ZoneId.of("Asia/Shanghai");

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

    /** For people: {@code 2022-08-01 10:00:00}, in the platform's zone. */
    public static String readable(long instant) {
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(instant), PLATFORM_ZONE);
        StringBuilder text = new StringBuilder(19).append(time.getYear());
        twoDigits('-', time.getMonthValue(), text);
        twoDigits('-', time.getDayOfMonth(), text);
        twoDigits(' ', time.getHour(), text);
        twoDigits(':', time.getMinute(), text);
        twoDigits(':', time.getSecond(), text);
        return text.toString();
    }

    private static void twoDigits(char before, int number, StringBuilder text) {
        text.append(before).append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
