package io.xunjian.bench.workload;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a run found, in short: how many alerts of each rule and level, and a digest of what two runs must agree in. The order
 * in which alerts are added does not matter.
 */
public final class NetAlerts {

    private final Map<String, Long> counts = new TreeMap<>();
    private long sum;
    private long sumOfSquares;

    /**
     * Adds an alert's newest state.
     *
     * @param curedAt epoch ms, {@code null} where the breach stands open
     */
    public void add(
            String alertId,
            String ruleCode,
            int ruleVersion,
            String subjectType,
            String subjectId,
            int level,
            String status,
            long raisedAt,
            Long curedAt) {
        counts.merge(ruleCode + "/" + level, 1L, Long::sum);
        long hash = 0xcbf29ce484222325L;
        String text = String.join(
                "|",
                alertId,
                ruleCode,
                String.valueOf(ruleVersion),
                subjectType,
                subjectId,
                String.valueOf(level),
                status,
                String.valueOf(raisedAt),
                String.valueOf(curedAt));
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 29;
        sum += hash;
        sumOfSquares += hash * hash;
    }

    /** By rule and level: {@code LATE_SHIPMENT/1}. */
    public Map<String, Long> counts() {
        return counts;
    }

    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetAlerts alerts
                && counts.equals(alerts.counts)
                && sum == alerts.sum
                && sumOfSquares == alerts.sumOfSquares;
    }

    @Override
    public int hashCode() {
        return Objects.hash(counts, sum, sumOfSquares);
    }

    @Override
    public String toString() {
        return counts + " " + Long.toHexString(sum);
    }
}
