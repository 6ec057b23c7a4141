package io.xunjian.jobs;

import io.xunjian.rules.book.StartingBook;
import io.xunjian.rules.event.Stream;
import java.util.Map;

/**
 * What a live run finds at its brokers when it starts.
 *
 * @param partitions of each stream's topic
 * @param book its own files under those that an earlier run took
 * @param takesRules whether there is a control topic for more of them
 */
public record LiveStart(Map<Stream, Integer> partitions, StartingBook book, boolean takesRules) {}
