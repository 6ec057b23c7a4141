package io.xunjian.console.store;

import io.xunjian.console.query.Field;
import io.xunjian.console.query.Query;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** How many alerts a query would have for each value of a field; the query's own terms of that field do not count. */
public final class Facets {

    private static final List<Field> FIELDS =
            List.of(Field.RULE, Field.SEVERITY, Field.STATUS, Field.DESK, Field.LEVEL, Field.ASSIGNEE, Field.OUTCOME);
    private static final int COUNTED = 10_000;

    private final Database database;
    private final Counts counts;
    private final Clock clock;

    public Facets(Database database, Counts counts, Clock clock) {
        this.database = database;
        this.counts = counts;
        this.clock = clock;
    }

    /** A value and how many have it. */
    public record Count(String value, long count) {}

    /**
     * Counts by field.
     *
     * @param facets by the field's name, the most first
     * @param isExact false where only the first 10 000 were counted: there are at least so many
     */
    public record Counted(Map<String, List<Count>> facets, boolean isExact) {}

    /** Counts all fields. */
    public Counted of(Query query) {
        boolean isExact = true;
        Map<String, List<Count>> facets = new LinkedHashMap<>();
        Map<Query, List<Cell>> counted = new HashMap<>();
        for (Field field : FIELDS) {
            Query others = query.without(field);
            List<Cell> cells = counted.computeIfAbsent(others, this::cells);
            isExact &= Cube.counts(others) || total(cells) < COUNTED;
            facets.put(field.name().toLowerCase(Locale.ROOT), counts(cells, field));
        }
        return new Counted(facets, isExact);
    }

    private List<Cell> cells(Query query) {
        if (Cube.counts(query)) {
            return counts.cube().matching(query);
        }
        return database.jdbi().withHandle(handle -> first(handle, query));
    }

    private List<Cell> first(Handle handle, Query query) {
        long now = clock.millis();
        Sql sql = new Sql()
                .add(Cell.SELECT + "(SELECT a.* ", now)
                .add(new Filter(handle, now).of(query).from())
                .add(" LIMIT ?) a", COUNTED)
                .add(Cell.GROUP);
        return sql.query(handle).map(Cell::of).list();
    }

    private static long total(List<Cell> cells) {
        return cells.stream().mapToLong(Cell::count).sum();
    }

    private static List<Count> counts(List<Cell> cells, Field field) {
        Map<String, Long> sums = new HashMap<>();
        cells.forEach(cell -> sums.merge(cell.value(field), cell.count(), Long::sum));
        List<Count> counts = new ArrayList<>();
        sums.forEach((value, count) -> counts.add(new Count(value, count)));
        counts.sort(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value));
        return counts;
    }
}
