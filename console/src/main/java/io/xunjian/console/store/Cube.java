package io.xunjian.console.store;

import io.xunjian.console.query.Field;
import io.xunjian.console.query.Query;
import io.xunjian.console.query.Span;
import io.xunjian.console.query.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All alerts counted by what many of them share. A query over that alone is counted from it, however many alerts there are.
 *
 * @param cells those that have any
 * @param strands the same by strand, of which there are far fewer
 */
record Cube(List<Cell> cells, Map<Strand, List<Cell>> strands) {

    Cube(List<Cell> cells) {
        this(cells, cells.stream().collect(Collectors.groupingBy(Strand::of)));
    }

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
        return matching(query).stream().mapToLong(Cell::count).sum();
    }

    List<Cell> matching(Query query) {
        Predicate<Cell> isStrand = matcher(Strand.part(query));
        Predicate<Cell> rest = matcher(Strand.rest(query));
        List<Cell> matching = new ArrayList<>();
        strands.forEach((strand, alike) -> {
            if (isStrand.test(strand.cell())) {
                alike.stream().filter(rest).forEach(matching::add);
            }
        });
        return matching;
    }

    static Predicate<Cell> matcher(Query query) {
        Collection<List<Term>> alternatives = query.alternatives().values();
        List<Term> exclusions = query.exclusions();
        return cell -> alternatives.stream().allMatch(terms -> terms.stream().anyMatch(term -> matches(cell, term)))
                && exclusions.stream().noneMatch(term -> matches(cell, term));
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
