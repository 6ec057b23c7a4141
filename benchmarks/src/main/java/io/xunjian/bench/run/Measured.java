package io.xunjian.bench.run;

/**
 * One run of a contender.
 *
 * @param fault what went wrong, {@code null} where nothing did
 */
public record Measured(String contender, String workload, Cost cost, String fault) {}
