package io.xunjian.bench.latency;

import java.util.Arrays;
import java.util.Locale;

/** How long alerts took, in ms: from when the watermark could pass the breach to when the broker had the alert. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Latencies(long[] sorted) {

    static Latencies of(long[] all) {
        long[] sorted = all.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    long at(double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d alerts: p50 %d ms, p90 %d ms, p99 %d ms, p99.9 %d ms, most %d ms",
                sorted.length,
                at(0.5),
                at(0.9),
                at(0.99),
                at(0.999),
                sorted[sorted.length - 1]);
    }
}
