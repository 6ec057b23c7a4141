package io.xunjian.rules;

/** Where a breach stands. */
public enum Status {
    OPEN,
    /** Put right too late: the breach stands. */
    CURED,
    /** It did not happen after all: evidence of an act in time came late. */
    REVOKED
}
