package io.xunjian.console.store;

/**
 * Alerts of a rule that were raised on a day.
 *
 * @param day like 2025-06-01
 */
public record DayCount(String day, String ruleCode, long count) {}
