package io.xunjian.console.feed;

/** A record that is not what its topic holds. The message says why. */
public final class UnreadableRecord extends Exception {

    public UnreadableRecord(String reason) {
        super(reason);
    }

    public UnreadableRecord(String reason, Throwable cause) {
        super(reason, cause);
    }
}
