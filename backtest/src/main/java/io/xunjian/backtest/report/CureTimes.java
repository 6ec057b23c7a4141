package io.xunjian.backtest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;

/** How long it took from an alert's instant to its cure: how many took at most each of some bounds, and how many longer. */
final class CureTimes {

    private static final int[] BOUNDS_IN_HOURS = {1, 3, 6, 12, 24, 48, 72, 120, 168, 336, 720};
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final long[] counts = new long[BOUNDS_IN_HOURS.length + 1];

    void add(long millis) {
        int bucket = 0;
        while (bucket < BOUNDS_IN_HOURS.length && millis > BOUNDS_IN_HOURS[bucket] * HOUR) {
            bucket++;
        }
        counts[bucket]++;
    }

    void add(CureTimes other) {
        for (int bucket = 0; bucket < counts.length; bucket++) {
            counts[bucket] += other.counts[bucket];
        }
    }

    static void writeBounds(JsonGenerator json) throws IOException {
        json.writeFieldName("cureHours");
        json.writeArray(BOUNDS_IN_HOURS, 0, BOUNDS_IN_HOURS.length);
    }

    void write(JsonGenerator json) throws IOException {
        json.writeFieldName("cureTimes");
        json.writeArray(counts, 0, counts.length);
    }
}
