package io.xunjian.console.store;

import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the {@link Cube}. It is counted anew when asked for; where that takes a while, not before ten times that while has passed:
 * so it is exact where there are few alerts, and some seconds behind where there are a million.
 */
public final class Counts {

    private static final long SHARE = 10;

    /** Nanoseconds that nobody minds. */
    private static final long NOTHING = 20_000_000;

    private final Database database;
    private final Clock clock;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile Counted counted;

    public Counts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A cube, and until when it is used.
     *
     * @param until of {@link System#nanoTime()}
     */
    private record Counted(Cube cube, long until) {

        boolean isFresh() {
            return System.nanoTime() - until < 0;
        }
    }

    Cube cube() {
        Counted last = counted;
        if (last != null && last.isFresh()) {
            return last.cube();
        }
        if (last == null) {
            counting.lock();
        } else if (!counting.tryLock()) {
            return last.cube();
        }
        try {
            // Somebody else may have counted while this one waited.
            if (counted == null || !counted.isFresh()) {
                counted = count();
            }
            return counted.cube();
        } finally {
            counting.unlock();
        }
    }

    private Counted count() {
        long from = System.nanoTime();
        Cube cube = database.jdbi()
                .withHandle(handle -> new Cube(handle.createQuery(Cell.SELECT + Cell.GROUP)
                        .bind(0, clock.millis())
                        .map(Cell::of)
                        .list()));
        long now = System.nanoTime();
        long took = now - from;
        return new Counted(cube, took < NOTHING ? now : now + SHARE * took);
    }
}
