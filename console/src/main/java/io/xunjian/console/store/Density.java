package io.xunjian.console.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many alerts of which strand were raised on which day, for a guess at what a way of reading them costs. */
final class Density {

    private static final NavigableMap<Long, Long> NOTHING = new TreeMap<>();

    private final Map<Strand, NavigableMap<Long, Long>> days = new HashMap<>();
    private final NavigableMap<Long, Long> all = new TreeMap<>();

    private Density() {}

    static Density of(List<Cell> cells) {
        Density density = new Density();
        for (Cell cell : cells) {
            density.days
                    .computeIfAbsent(Strand.of(cell), strand -> new TreeMap<>())
                    .merge(cell.day(), cell.count(), Long::sum);
            density.all.merge(cell.day(), cell.count(), Long::sum);
        }
        return density;
    }

    /** How many alerts one reads in order, from a day on, until so many of some strands were met. */
    long scanned(Collection<Strand> strands, Order order, Long fromDay, int wanted) {
        Map<Long, Long> matching = new HashMap<>();
        strands.forEach(strand -> from(days.getOrDefault(strand, NOTHING), order, fromDay)
                .forEach((day, count) -> matching.merge(day, count, Long::sum)));
        long met = 0;
        long scanned = 0;
        for (Map.Entry<Long, Long> day : from(all, order, fromDay).entrySet()) {
            long here = matching.getOrDefault(day.getKey(), 0L);
            if (met + here >= wanted) {
                return scanned + day.getValue() * (wanted - met) / here;
            }
            met += here;
            scanned += day.getValue();
        }
        return scanned;
    }

    /** How many alerts one reads from the head of every strand, where each might have all that are wanted. */
    long merged(Collection<Strand> strands, int wanted) {
        long merged = 0;
        for (Strand strand : strands) {
            long held = days.getOrDefault(strand, NOTHING).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            merged += Math.min(held, wanted);
        }
        return merged;
    }

    private static NavigableMap<Long, Long> from(NavigableMap<Long, Long> counts, Order order, Long fromDay) {
        NavigableMap<Long, Long> ordered = order.descending() ? counts.descendingMap() : counts;
        return fromDay == null ? ordered : ordered.tailMap(fromDay, true);
    }
}
