package io.xunjian.rules.alert;

import java.io.Serializable;

/** The same words in both languages. */
public record Sentence(String en, String zh) implements Serializable {}
