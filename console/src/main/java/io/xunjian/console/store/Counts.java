package io.xunjian.console.store;

import java.time.Clock;

/** Keeps the {@link Cube}: exact where there are few alerts, some seconds behind where there are a million. */
public final class Counts {

    private static final String ALL = "all";

    private final Kept<String, Cube> kept;

    public Counts(Database database, Clock clock) {
        this.kept = new Kept<>(1, all -> count(database, clock));
    }

    Cube cube() {
        return kept.get(ALL);
    }

    private static Cube count(Database database, Clock clock) {
        return database.jdbi()
                .withHandle(handle -> new Cube(handle.createQuery(Cell.SELECT + "alert a" + Cell.GROUP)
                        .bind(0, clock.millis())
                        .map(Cell::of)
                        .list()));
    }
}
