package io.xunjian.console.desk;

/** What people found an alert to be when they closed it. */
public enum Outcome {
    /** A breach, and it was acted on. */
    CONFIRMED,
    /** Worth a look, but there was nothing to act on. */
    JUSTIFIED_NOT_ACTED,
    /** It should not have been raised. */
    FALSE_POSITIVE,
    /** Acted on, and then taken back on appeal. */
    OVERTURNED
}
