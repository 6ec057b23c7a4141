package io.xunjian.doctor;

/** How bad it is. */
public enum Grade {
    /** A job does not start, or loses or delays what it finds. */
    FAULT,
    /** A job runs; somebody should know. */
    WARNING
}
