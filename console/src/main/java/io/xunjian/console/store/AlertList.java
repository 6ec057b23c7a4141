package io.xunjian.console.store;

import io.xunjian.console.query.Query;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The alerts that a query is about, page by page. */
public final class AlertList {

    private static final int COUNTED = 10_000;

    private final Database database;
    private final Clock clock;

    public AlertList(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param after the place to begin after, empty for the first page
     */
    public Page page(Query query, Order order, Optional<Cursor> after, int limit) {
        return database.jdbi().withHandle(handle -> page(handle, query, order, after, limit));
    }

    /** How many there are, counted up to 10 000. */
    public Total total(Query query) {
        return database.jdbi().withHandle(handle -> {
            Sql sql = new Sql()
                    .add("SELECT COUNT(*) FROM (SELECT 1 AS one FROM alert a WHERE ")
                    .add(filter(handle).where(query))
                    .add(" LIMIT ?) counted", COUNTED + 1);
            int count = sql.query(handle).mapTo(Integer.class).one();
            return new Total(Math.min(count, COUNTED), count <= COUNTED);
        });
    }

    /** One alert. */
    public Optional<AlertRow> find(String alertId) {
        return database.jdbi()
                .withHandle(handle ->
                        AlertRows.of(handle, List.of(alertId)).stream().findFirst());
    }

    private Page page(Handle handle, Query query, Order order, Optional<Cursor> after, int limit) {
        Sql sql = new Sql()
                .add("SELECT " + AlertRows.COLUMNS + " FROM alert a WHERE ")
                .add(filter(handle).where(query));
        after.ifPresent(cursor -> sql.add(order.after(cursor)));
        sql.add(order.sql()).add(" LIMIT ?", limit + 1);
        List<AlertRow> rows = sql.query(handle).map(AlertRows::withoutJson).list();
        boolean goesOn = rows.size() > limit;
        List<AlertRow> shown = goesOn ? rows.subList(0, limit) : rows;
        Optional<Cursor> next = goesOn ? Optional.of(order.at(shown.get(limit - 1))) : Optional.empty();
        return new Page(AlertRows.withJson(handle, shown), next);
    }

    private Filter filter(Handle handle) {
        return new Filter(handle, clock.millis());
    }
}
