package io.xunjian.rules.event;

/** How a call attempt ended. */
public enum CallResult {
    ANSWERED,
    NO_ANSWER,
    BUSY,
    POWER_OFF,
    INVALID_NUMBER,
    REJECTED
}
