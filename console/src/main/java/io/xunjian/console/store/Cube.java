package io.xunjian.console.store;

import io.xunjian.console.query.Field;
import io.xunjian.console.query.Query;
import io.xunjian.console.query.Span;
import io.xunjian.console.query.Term;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All alerts counted by what many of them share. A query over that alone is counted from it, however many alerts there are.
 *
 * @param cells those that have any
 */
record Cube(List<Cell> cells) {

    private static final Set<Field> COUNTED = Set.of(
            Field.RULE,
            Field.VERSION,
            Field.SEVERITY,
            Field.STATUS,
            Field.DESK,
            Field.LEVEL,
            Field.ASSIGNEE,
            Field.OUTCOME,
            Field.IS,
            Field.RAISED);

    static final long DAY = 86_400_000L;

    /** Shanghai has had one offset since 1991. */
    static final long OFFSET = 28_800_000L;

    /** Whether a query can be counted: about no single thing, and in whole days. */
    static boolean counts(Query query) {
        return query.terms().stream()
                .allMatch(term -> COUNTED.contains(term.field())
                        && term.spans().stream().allMatch(span -> isDay(span.from()) && isDay(span.to())));
    }

    long count(Query query) {
        return cells.stream()
                .filter(cell -> matches(cell, query))
                .mapToLong(Cell::count)
                .sum();
    }

    static boolean matches(Cell cell, Query query) {
        for (Map.Entry<Field, List<Term>> field : query.alternatives().entrySet()) {
            if (field.getValue().stream().noneMatch(term -> matches(cell, term))) {
                return false;
            }
        }
        return query.exclusions().stream().noneMatch(term -> matches(cell, term));
    }

    private static boolean matches(Cell cell, Term term) {
        if (term.field() == Field.RAISED) {
            return term.spans().stream().anyMatch(span -> contains(span, cell.day() * DAY - OFFSET));
        }
        String value = cell.value(term.field());
        return term.values().stream().anyMatch(value::equals);
    }

    private static boolean contains(Span span, long at) {
        return at >= span.from() && at < span.to();
    }

    private static boolean isDay(long at) {
        return at == Long.MIN_VALUE || at == Long.MAX_VALUE || Math.floorMod(at + OFFSET, DAY) == 0;
    }
}
