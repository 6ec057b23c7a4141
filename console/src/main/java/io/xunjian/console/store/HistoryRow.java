package io.xunjian.console.store;

/**
 * A state that an alert had, or has.
 *
 * @param at when it arrived here, epoch ms
 */
public record HistoryRow(long seq, String status, int level, String severity, long at, int partition, long offset) {}
