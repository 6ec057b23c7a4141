package io.xunjian.rules.event;

/** Whom a complaint or an alert is about. */
public enum SubjectType {
    SHOP,
    PROVIDER
}
