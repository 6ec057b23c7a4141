package io.xunjian.rules.book;

/** Whether an action is carried out or put before a person: clauses that say "may" only recommend. */
public enum Mode {
    ENFORCE,
    RECOMMEND
}
