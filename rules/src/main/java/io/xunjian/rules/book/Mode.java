package io.xunjian.rules.book;

import io.xunjian.rules.alert.Sentence;

/** Whether an action is carried out or put before a person: clauses that say "may" only recommend. */
public enum Mode {
    ENFORCE("carried out", "执行"),
    RECOMMEND("recommended to a person", "建议，由人工决定");

    private final String en;
    private final String zh;

    Mode(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** For people. */
    public Sentence words() {
        return new Sentence(en, zh);
    }
}
