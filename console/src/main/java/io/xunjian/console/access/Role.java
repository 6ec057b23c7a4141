package io.xunjian.console.access;

/** What a user may do; each may do what those before it may. */
public enum Role {
    /** Sees everything but users. */
    VIEWER,
    /** Decides: acknowledges, assigns, notes, closes, mutes. */
    ANALYST,
    /** Keeps users and webhooks. */
    ADMIN;

    /** Whether a route for {@code needed} is open to this role. */
    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }
}
