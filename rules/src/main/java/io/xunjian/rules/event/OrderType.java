package io.xunjian.rules.event;

/** What kind of order was paid. */
public enum OrderType {
    NORMAL,
    PRESALE,
    VIRTUAL
}
