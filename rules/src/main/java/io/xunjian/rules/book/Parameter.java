package io.xunjian.rules.book;

import java.io.Serializable;

/**
 * One parameter of a rule as a version has it, in the notation of rule files.
 *
 * @param accepts what may stand there
 * @param orElse what it is where a version leaves it out
 * @param value what it is in this version
 */
public record Parameter(String name, Accepts accepts, String orElse, String value) implements Serializable {}
