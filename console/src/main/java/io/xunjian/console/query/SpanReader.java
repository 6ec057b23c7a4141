package io.xunjian.console.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Reads {@code A..B}: days, both in it, or instants of RFC 3339, the second not in it. Either end may be left out. */
record SpanReader(ZoneId zone) {

    static final String EXPECTED = "2025-06-01, 2025-06-01..2025-06-07, 2025-06-01.. or ..2025-06-01T12:00:00+08:00";

    Optional<Span> read(String text) {
        int dots = text.indexOf("..");
        try {
            if (dots < 0) {
                LocalDate day = LocalDate.parse(text);
                return Optional.of(new Span(start(day), start(day.plusDays(1))));
            }
            String from = text.substring(0, dots);
            String to = text.substring(dots + 2);
            if (from.isEmpty() && to.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Span(
                    from.isEmpty() ? Long.MIN_VALUE : instant(from, 0),
                    to.isEmpty() ? Long.MAX_VALUE : instant(to, 1)));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private long instant(String text, int daysAfter) {
        return text.contains("T")
                ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
                : start(LocalDate.parse(text).plusDays(daysAfter));
    }

    private long start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
