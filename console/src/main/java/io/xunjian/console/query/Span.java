package io.xunjian.console.query;

/**
 * A stretch of time.
 *
 * @param from epoch ms, in it
 * @param to epoch ms, the first that is not in it
 */
public record Span(long from, long to) {}
