package io.xunjian.oracle;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/** The hours of every day in which a clock runs. */
record BusinessTime(LocalTime opening, LocalTime closing) {

    /** The instant at which so many hours of business have passed. */
    long add(long start, int hours) {
        long left = Duration.ofHours(hours).toMillis();
        LocalDate day = PlatformDays.day(start);
        while (true) {
            long from = Math.max(start, at(day, opening));
            long open = Math.max(0, at(day, closing) - from);
            if (open > 0 && left <= open) {
                return from + left;
            }
            left -= open;
            day = day.plusDays(1);
        }
    }

    private static long at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(PlatformDays.ZONE).toInstant().toEpochMilli();
    }
}
