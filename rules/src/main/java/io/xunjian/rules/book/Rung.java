package io.xunjian.rules.book;

import java.io.Serializable;
import java.util.List;

/** One rung of a rule's ladder: how grave a breach of that level is, and what follows from it. */
public record Rung(int level, Severity severity, List<Action> actions) implements Serializable {}
