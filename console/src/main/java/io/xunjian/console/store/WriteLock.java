package io.xunjian.console.store;

import org.jdbi.v3.core.Handle;

/**
 * Held by the one transaction at a time that takes records into the database, whichever console runs it. So a decision and the
 * alert that it is about cannot miss one another, and {@code seq} is the order of commits: who read up to one misses none
 * before it.
 */
public final class WriteLock {

    private WriteLock() {}

    /** Waits for the lock; the end of the transaction gives it back. */
    public static void take(Handle handle) {
        lastSeq(handle, " FOR UPDATE");
    }

    /** The seq of the newest state that was committed. */
    public static long lastSeq(Handle handle) {
        return lastSeq(handle, "");
    }

    /** The first of so many numbers that nobody else gets. */
    static long takeSeqs(Handle handle, int count) {
        long first = lastSeq(handle, " FOR UPDATE") + 1;
        handle.execute("UPDATE arrival SET last_seq = last_seq + ? WHERE id = 1", count);
        return first;
    }

    private static long lastSeq(Handle handle, String suffix) {
        return handle.createQuery("SELECT last_seq FROM arrival WHERE id = 1" + suffix)
                .mapTo(Long.class)
                .one();
    }
}
