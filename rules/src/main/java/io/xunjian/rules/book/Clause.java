package io.xunjian.rules.book;

import java.io.Serializable;

/** The platform's clause that a rule rests on: where it stands, and its words. */
public record Clause(String ref, String zh, String en) implements Serializable {}
