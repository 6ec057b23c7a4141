package io.xunjian.console.web;

import java.util.List;

/**
 * How the console and what it rests on are.
 *
 * @param status UP, LAGGING or DOWN
 * @param lagRecords records that the topic has and the database may not have
 * @param newestRaisedAt epoch ms, null where there is no alert
 * @param newestArrivalAt epoch ms, null where there is no alert
 * @param faults of the topic of decisions, by which it would lose some
 * @param flink null where none is set
 */
public record Health(
        String status,
        long lagRecords,
        Long newestRaisedAt,
        Long newestArrivalAt,
        boolean kafka,
        boolean database,
        List<String> faults,
        Flink flink) {

    public Health {
        faults = List.copyOf(faults);
    }

    /** Flink's own page, and whether it answers. */
    public record Flink(String url, boolean reachable) {}
}
