package io.xunjian.console.store;

import io.xunjian.console.query.Field;
import io.xunjian.console.query.Query;
import io.xunjian.console.query.Term;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Reads one page of a list. One subject's alerts by its index; the few that something in the query points to; else some thousand in
 * order, and more while they have some, which fill the page unless the query is about rare ones. Those are then read from the many
 * that something points to, or from the heads of their {@link Strands}.
 */
final class Listing {

    /** So many alerts are read in order before anything cleverer; so many times more where that half promises to fill the page. */
    private static final int LOOKED_AT = 5_000;

    private static final int GROWTH = 8;

    private final Handle handle;
    private final Filter filter;

    Listing(Handle handle, Filter filter) {
        this.handle = handle;
        this.filter = filter;
    }

    List<AlertRow> rows(Query query, Order order, Optional<Cursor> after, int limit) {
        Sql place = new Sql();
        after.ifPresent(cursor -> place.add(order.after(cursor)));
        if (isOneSubject(query) && !order.byArrival()) {
            return read(all(filter.condition(query)).add(place), order.within("a.subject_id"), limit);
        }
        Filter.Where where = filter.of(query);
        if (where.isFew()) {
            return read(where.from().add(place), order.ofFew(), limit);
        }
        for (int size = LOOKED_AT; ; size *= GROWTH) {
            Optional<Cursor> end = end(query, order, place, size);
            Sql window = all(where.condition()).add(place);
            end.ifPresent(cursor -> window.add(order.reversed().after(cursor)));
            List<AlertRow> met = read(window, order.sql(), limit);
            if (met.size() == limit || end.isEmpty()) {
                return met;
            }
            if (met.size() * GROWTH < limit) {
                return rare(query, where, order, place, limit);
            }
        }
    }

    /** The last of so many alerts in order; empty where there are fewer. */
    private Optional<Cursor> end(Query query, Order order, Sql place, int size) {
        return new Sql()
                .add("SELECT " + order.place() + " FROM alert a WHERE ")
                .add(filter.condition(query.only(Field.RAISED)))
                .add(place)
                .add(order.sql())
                .add(" LIMIT 1 OFFSET " + size)
                .query(handle)
                .map((row, ctx) -> new Cursor(row.getLong(1), row.getLong(2)))
                .findFirst();
    }

    private List<AlertRow> rare(Query query, Filter.Where where, Order order, Sql place, int limit) {
        if (!where.many().isEmpty()) {
            return read(where.from().add(place), order.ofFew(), limit);
        }
        Strands strands = Strands.of(handle, Strand.part(query));
        if (strands.areWorthIt() && !order.byArrival()) {
            Sql rest = filter.condition(Strand.rest(query)).add(place);
            return strands.heads(handle, rest, order, limit);
        }
        Optional<Sql> few = strands.areWorthIt() ? strands.pointer().few(handle) : Optional.empty();
        Sql from = all(where.condition()).add(place);
        few.ifPresent(some -> from.add(" AND ").add(some));
        return read(from, few.isPresent() ? order.ofFew() : order.sql(), limit);
    }

    private static Sql all(Sql condition) {
        return new Sql().add("FROM alert a WHERE ").add(condition);
    }

    private List<AlertRow> read(Sql from, String order, int limit) {
        return new Sql()
                .add("SELECT " + AlertRows.COLUMNS + " ")
                .add(from)
                .add(order + " LIMIT " + limit)
                .query(handle)
                .map(AlertRows::withoutJson)
                .list();
    }

    private static boolean isOneSubject(Query query) {
        return isOne(query, Field.SUBJECT) || isOne(query, Field.SHOP) || isOne(query, Field.PROVIDER);
    }

    private static boolean isOne(Query query, Field field) {
        List<Term> terms = query.alternatives().getOrDefault(field, List.of());
        return terms.size() == 1 && terms.get(0).values().size() == 1;
    }
}
