package io.xunjian.console.store;

import io.xunjian.console.query.Field;
import io.xunjian.console.query.Query;
import io.xunjian.console.query.Term;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Reads one page of a list, in the way that takes the least: the few alerts that something in the query points to; one subject's, by
 * its index; the heads of the {@link Strands} that it is about; or all in their order, until there are enough.
 */
final class Listing {

    private final Handle handle;
    private final Filter filter;
    private final Optional<Cube> cube;

    Listing(Handle handle, Filter filter, Optional<Cube> cube) {
        this.handle = handle;
        this.filter = filter;
        this.cube = cube;
    }

    List<AlertRow> rows(Query query, Order order, Optional<Cursor> after, int limit) {
        Filter.Where where = filter.of(query);
        if (!where.isFew() && !isOneSubject(query) && !order.byArrival()) {
            Strands strands = Strands.of(handle, Strand.part(query), cube);
            if (strands.areBetter(order, after, limit)) {
                Sql rest = filter.where(Strand.rest(query));
                after.ifPresent(cursor -> rest.add(order.after(cursor)));
                return strands.heads(handle, rest, order, limit);
            }
        }
        Sql sql = new Sql()
                .add("SELECT " + AlertRows.COLUMNS + " FROM alert a WHERE ")
                .add(where.condition());
        after.ifPresent(cursor -> sql.add(order.after(cursor)));
        sql.add(order(query, order, where)).add(" LIMIT " + limit);
        return sql.query(handle).map(AlertRows::withoutJson).list();
    }

    private String order(Query query, Order order, Filter.Where where) {
        if (where.isFew()) {
            return order.ofFew();
        }
        return isOneSubject(query) && !order.byArrival() ? order.within("a.subject_id") : order.sql();
    }

    private static boolean isOneSubject(Query query) {
        return isOne(query, Field.SUBJECT) || isOne(query, Field.SHOP) || isOne(query, Field.PROVIDER);
    }

    private static boolean isOne(Query query, Field field) {
        List<Term> terms = query.alternatives().getOrDefault(field, List.of());
        return terms.size() == 1 && terms.get(0).values().size() == 1;
    }
}
