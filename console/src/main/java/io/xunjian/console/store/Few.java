package io.xunjian.console.store;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The alerts that something rare points to, looked up before the query runs: no database follows three indexes in one condition,
 * nor knows that these are few. Where they are not few, any order soon meets enough of them.
 */
final class Few {

    private static final int MOST = 5_000;

    private final Handle handle;
    private final Set<Long> found = new LinkedHashSet<>();

    Few(Handle handle) {
        this.handle = handle;
    }

    /** Adds what a query of numbers finds. */
    Few add(Sql numbers) {
        if (found.size() <= MOST) {
            numbers.add(" LIMIT ?", MOST + 1).query(handle).mapTo(Long.class).forEach(found::add);
        }
        return this;
    }

    /** That an alert is one of them; empty where they are too many. */
    Optional<Sql> condition() {
        return found.size() > MOST
                ? Optional.empty()
                : Optional.of(new Sql().add("a.alert_no = ANY(?)", (Object) found.toArray(Long[]::new)));
    }
}
