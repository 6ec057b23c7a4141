package io.xunjian.console.desk;

import io.xunjian.console.web.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Puts the desk's parts together for the server. */
public final class Desks {

    private Desks() {}

    /**
     * Deciding, and the audit of it.
     *
     * @param progress of the {@link DecisionIntake} that reads what {@code log} writes
     * @param assignable whether there is such a user who decides
     */
    public static List<Route> routes(
            Jdbi jdbi,
            DecisionLog log,
            Progress progress,
            AlertSelector selector,
            Predicate<String> assignable,
            InstantSource clock) {
        Desk desk = new Desk(jdbi, log, progress, clock);
        return Stream.of(
                        new DecisionRoutes(desk, selector, assignable).routes(),
                        new AuditRoutes(new DecisionHistory(jdbi, clock)).routes())
                .flatMap(List::stream)
                .toList();
    }
}
