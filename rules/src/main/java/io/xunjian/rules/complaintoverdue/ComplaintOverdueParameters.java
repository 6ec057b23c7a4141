package io.xunjian.rules.complaintoverdue;

import static io.xunjian.rules.event.ComplaintCategory.*;

import io.xunjian.rules.book.Hours;
import io.xunjian.rules.book.ParameterReader;
import io.xunjian.rules.event.ComplaintCategory;
import java.io.Serializable;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * @param respondWithinHours of the clock, by what is complained of
 * @param reopenedWithinHours of the clock, after a reopening
 * @param clock the hours of the day in which those run
 * @param resolveWithin ms from the creation; runs at any hour
 * @param compensateWithin ms from the judgement; runs at any hour
 */
record ComplaintOverdueParameters(
        Map<ComplaintCategory, Long> respondWithinHours,
        long reopenedWithinHours,
        Hours clock,
        long resolveWithin,
        long compensateWithin)
        implements Serializable {

    private static final long HOUR = 60 * 60 * 1_000L;
    private static final long MOST_HOURS = 10_000;

    private static final Map<ComplaintCategory, Long> DEFAULT_HOURS = new EnumMap<>(Map.of(
            EXCHANGE, 12L,
            REFUND_OPERATION, 2L,
            COURIER, 12L,
            SERVICE, 12L,
            LOGISTICS, 24L,
            COUNTERFEIT, 12L,
            FALSE_ADVERTISING, 12L,
            OTHER, 12L));

    static ComplaintOverdueParameters read(ParameterReader in) {
        return new ComplaintOverdueParameters(
                in.numbers("respondWithinHours", ComplaintCategory.class, 1, MOST_HOURS, DEFAULT_HOURS),
                in.number("reopenedWithinHours", 1, MOST_HOURS, 2),
                in.hours("clock", Hours.of(9, 21)),
                in.duration("resolveWithin", Duration.ofDays(2)),
                in.duration("compensateWithin", Duration.ofDays(3)));
    }

    /** In ms of the clock. */
    long respondWithin(ComplaintCategory category) {
        return respondWithinHours.get(category) * HOUR;
    }

    /** In ms of the clock. */
    long reopenedWithin() {
        return reopenedWithinHours * HOUR;
    }
}
