package io.xunjian.console.store;

/**
 * How many there are.
 *
 * @param isExact false where there are at least so many
 */
public record Total(long count, boolean isExact) {}
