package io.xunjian.cluster.traffic;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** An hour of simulated time, from its first millisecond (epoch). */
record Hour(long from) {

    static final long LENGTH = TimeUnit.HOURS.toMillis(1);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** How a day's business spreads over its hours. */
    private static final int[] BUSINESS = {2, 1, 1, 1, 1, 2, 3, 5, 6, 7, 7, 7, 6, 6, 6, 6, 6, 6, 7, 9, 11, 11, 8, 4};

    private static final int WHOLE_DAY = Arrays.stream(BUSINESS).sum();

    long until() {
        return from + LENGTH;
    }

    /** 0 to 23. */
    int ofDay() {
        return at(from).getHour();
    }

    /** Instants within the hour, ascending: its share of so many a day. */
    long[] instants(double perDay, Dice dice) {
        long[] instants = new long[dice.about(perDay * BUSINESS[ofDay()] / WHOLE_DAY)];
        Arrays.setAll(instants, i -> dice.between(from, until()));
        Arrays.sort(instants);
        return instants;
    }

    /** The calendar day of an instant: {@code 20240103}. */
    static String day(long instant) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(at(instant).toLocalDate());
    }

    private static ZonedDateTime at(long instant) {
        return Instant.ofEpochMilli(instant).atZone(ZONE);
    }
}
