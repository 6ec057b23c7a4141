package io.xunjian.rules.book;

import io.xunjian.rules.alert.Sentence;

/** How grave a breach is. */
public enum Severity {
    MINOR("minor", "情节轻微"),
    GENERAL("general", "情节一般"),
    SERIOUS("serious", "情节严重"),
    EXTREME("extreme", "情节特别严重");

    private final String en;
    private final String zh;

    Severity(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** For people. */
    public Sentence words() {
        return new Sentence(en, zh);
    }
}
