package io.xunjian.console.desk;

/** How far people are with an alert. */
public enum DeskState {
    NEW,
    ACKNOWLEDGED,
    CLOSED
}
