package io.xunjian.console.desk;

/** What can be decided: of an alert, of what one does not want to see, or of an earlier decision. */
public enum DecisionKind {
    ACKNOWLEDGE,
    UNACKNOWLEDGE,
    ASSIGN,
    NOTE,
    CLOSE,
    REOPEN,
    MUTE,
    UNMUTE,
    /** Puts back what stood before the decision that it names. */
    UNDO;

    boolean isOfMute() {
        return this == MUTE || this == UNMUTE;
    }
}
