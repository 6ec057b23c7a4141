package io.xunjian.rules;

import java.io.Serializable;

/** What a rule looked at: {@code [from, to)} in epoch milliseconds. */
public record Window(long from, long to) implements Serializable {}
