package io.xunjian.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Calendar days of the platform. */
final class PlatformDays {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private PlatformDays() {}

    static LocalDate day(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).atZone(ZONE).toLocalDate();
    }

    static long midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant().toEpochMilli();
    }
}
