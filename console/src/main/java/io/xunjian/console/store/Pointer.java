package io.xunjian.console.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Something in a query that may point to few alerts. These are looked up before the query runs: no database follows three indexes
 * in one condition, nor knows that these are few.
 *
 * @param numbers queries of the numbers of the alerts, by an index each; an alert may be in several
 */
record Pointer(List<Sql> numbers) {

    private static final int FEW = 5_000;

    Pointer {
        numbers = List.copyOf(numbers);
    }

    /** That an alert is one of them, which are named; empty where they are too many. */
    Optional<Sql> few(Handle handle) {
        Set<Long> found = new LinkedHashSet<>();
        for (Sql some : numbers) {
            new Sql()
                    .add(some)
                    .add(" LIMIT " + (FEW + 1))
                    .query(handle)
                    .mapTo(Long.class)
                    .forEach(found::add);
            if (found.size() > FEW) {
                return Optional.empty();
            }
        }
        return Optional.of(new Sql().add("a.alert_no = ANY(?)", (Object) found.toArray(Long[]::new)));
    }

    /** Each of them once: an alert may have several of the keys that are asked for. */
    Sql all() {
        Sql all = new Sql().add("SELECT DISTINCT n.alert_no FROM (").add(numbers.get(0));
        numbers.subList(1, numbers.size())
                .forEach(more -> all.add(" UNION ALL ").add(more));
        return all.add(") n");
    }
}
