package io.xunjian.rules.book;

import io.xunjian.rules.Instants;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;

/**
 * The hours of every day in which a clock runs, in the platform's zone.
 *
 * @param open ms after midnight
 * @param close ms after midnight, at most a day
 */
public record Hours(long open, long close) implements Serializable {

    private static final long HOUR = 60 * 60 * 1_000L;
    private static final long MINUTE = 60 * 1_000L;

    public static Hours of(int openHour, int closeHour) {
        return new Hours(openHour * HOUR, closeHour * HOUR);
    }

    /** Reads {@code 09:00-21:00}; {@code null} where that is not what it says. */
    static Hours parse(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            return null;
        }
        try {
            Hours hours = new Hours(ofDay(ends[0]), ofDay(ends[1]));
            return hours.open < hours.close ? hours : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static long ofDay(String text) {
        return text.equals("24:00") ? Instants.DAY : LocalTime.parse(text).toSecondOfDay() * 1_000L;
    }

    /**
     * The instant at which the clock has run that long. Outside its hours it stands still: from before opening it starts at
     * the opening, from closing on at the next day's. What ends exactly at closing ends at closing.
     *
     * @param millis more than 0
     */
    public long add(long instant, long millis) {
        int day = Instants.day(instant);
        long timeOfDay = instant - Instants.midnight(day);
        if (timeOfDay >= close) {
            day++;
            timeOfDay = open;
        }
        long run = Math.max(timeOfDay, open) - open + millis;
        long aDay = close - open;
        long wholeDays = (run - 1) / aDay;
        return Instants.midnight(day + (int) wholeDays) + open + run - wholeDays * aDay;
    }

    /** As in rule files: {@code 09:00-21:00}. */
    @Override
    public String toString() {
        return readable(open) + '-' + readable(close);
    }

    private static String readable(long ofDay) {
        return String.format(Locale.ROOT, "%02d:%02d", ofDay / HOUR, ofDay % HOUR / MINUTE);
    }
}
