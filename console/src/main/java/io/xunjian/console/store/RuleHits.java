package io.xunjian.console.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What rules found, and what became of it. */
public final class RuleHits {

    private final Counts counts;

    public RuleHits(Counts counts) {
        this.counts = counts;
    }

    /**
     * The alerts of one rule.
     *
     * @param outcomes how many were closed with which outcome
     */
    public record Hits(long hits, long open, long cured, long revoked, Map<String, Long> outcomes) {

        /** No alerts. */
        public static final Hits NONE = new Hits(0, 0, 0, 0, Map.of());

        /** Of those that were closed, how many should not have been raised; null where none was closed. */
        public Double falsePositiveShare() {
            long closed = outcomes.values().stream().mapToLong(Long::longValue).sum();
            return share(outcomes.getOrDefault("FALSE_POSITIVE", 0L), closed);
        }

        /** Of all, how many were put right; null where there are none. */
        public Double curedShare() {
            return share(cured, hits);
        }

        /** Of all, how many were taken back; null where there are none. */
        public Double revokedShare() {
            return share(revoked, hits);
        }

        private static Double share(long part, long all) {
            return all == 0 ? null : (double) part / all;
        }
    }

    /** By rule; rules without alerts are left out. */
    public Map<String, Hits> byRule() {
        Map<String, Hits> hits = new HashMap<>();
        for (Cell cell : counts.cube().cells()) {
            hits.merge(cell.ruleCode(), hits(cell), RuleHits::sum);
        }
        return hits;
    }

    /** The alerts of one rule by day, of Shanghai. */
    public List<DayCount> byDay(String ruleCode) {
        Days days = new Days();
        counts.cube().cells().stream()
                .filter(cell -> cell.ruleCode().equals(ruleCode))
                .forEach(cell -> days.add(LocalDate.ofEpochDay(cell.day()), ruleCode, cell.count()));
        return days.list();
    }

    private static Hits hits(Cell cell) {
        return new Hits(
                cell.count(),
                cell.status().equals("OPEN") ? cell.count() : 0,
                cell.status().equals("CURED") ? cell.count() : 0,
                cell.status().equals("REVOKED") ? cell.count() : 0,
                cell.outcome().isEmpty() ? Map.of() : Map.of(cell.outcome(), cell.count()));
    }

    private static Hits sum(Hits one, Hits other) {
        Map<String, Long> outcomes = new TreeMap<>(one.outcomes());
        other.outcomes().forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
        return new Hits(
                one.hits() + other.hits(),
                one.open() + other.open(),
                one.cured() + other.cured(),
                one.revoked() + other.revoked(),
                outcomes);
    }
}
