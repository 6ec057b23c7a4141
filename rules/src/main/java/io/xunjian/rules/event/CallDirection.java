package io.xunjian.rules.event;

/** Which way a call went: in to the shop, or out from it. */
public enum CallDirection {
    IN,
    OUT
}
