package io.xunjian.console.store;

import io.xunjian.console.query.Query;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The alerts that a query is about, page by page. */
public final class AlertList {

    private static final int COUNTED = 10_000;
    private static final int BATCH = 1_000;
    private static final Order NEWEST_FIRST = new Order(false, true);

    private final Database database;
    private final Counts counts;
    private final Clock clock;

    public AlertList(Database database, Counts counts, Clock clock) {
        this.database = database;
        this.counts = counts;
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

    /** How many there are; counted up to 10 000 where the query is about single things. */
    public Total total(Query query) {
        if (Cube.counts(query)) {
            return new Total(counts.cube().count(query), true);
        }
        return database.jdbi().withHandle(handle -> {
            Sql sql = new Sql()
                    .add("SELECT COUNT(*) FROM (SELECT 1 AS one ")
                    .add(filter(handle).of(query).from())
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

    /** All alerts of a query, the newest first, page by page: what changes meanwhile is met once at most. */
    public void each(Query query, Consumer<AlertRow> consumer) {
        Optional<Cursor> after = Optional.empty();
        do {
            Page page = page(query, NEWEST_FIRST, after, BATCH);
            page.rows().forEach(consumer);
            after = page.next();
        } while (after.isPresent());
    }

    /** The ids of the alerts of a query, of so many at most. */
    public List<String> ids(Query query, int limit) {
        return database.jdbi()
                .withHandle(handle -> rows(handle, query, NEWEST_FIRST, Optional.empty(), limit).stream()
                        .map(AlertRow::alertId)
                        .toList());
    }

    /** All states of an alert that arrived here, the oldest first. */
    public List<HistoryRow> history(AlertRow row) {
        List<HistoryRow> states = database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT seq, status, level, severity, at, topic_partition, topic_offset"
                                        + " FROM alert_history WHERE alert_no = ? ORDER BY seq")
                        .bind(0, row.alertNo())
                        .map((state, ctx) -> new HistoryRow(
                                state.getLong(1),
                                state.getString(2),
                                state.getInt(3),
                                state.getString(4),
                                state.getLong(5),
                                state.getInt(6),
                                state.getLong(7)))
                        .list());
        states.add(new HistoryRow(
                row.seq(),
                row.status(),
                row.level(),
                row.severity(),
                row.updatedAt(),
                row.topicPartition(),
                row.topicOffset()));
        return states;
    }

    /** Other alerts of the same subject, the newest first. */
    public List<AlertRow> siblings(AlertRow row, int limit) {
        return database.jdbi().withHandle(handle -> {
            Sql sql = new Sql()
                    .add("SELECT " + AlertRows.COLUMNS + " FROM alert a WHERE a.subject_id = ?", row.subjectId())
                    .add(" AND a.subject_type = ? AND a.alert_no <> ?", row.subjectType(), row.alertNo())
                    .add(NEWEST_FIRST.within("a.subject_id"))
                    .add(" LIMIT ?", limit);
            return AlertRows.withJson(
                    handle, sql.query(handle).map(AlertRows::withoutJson).list());
        });
    }

    private Page page(Handle handle, Query query, Order order, Optional<Cursor> after, int limit) {
        List<AlertRow> rows = rows(handle, query, order, after, limit + 1);
        boolean goesOn = rows.size() > limit;
        List<AlertRow> shown = goesOn ? rows.subList(0, limit) : rows;
        Optional<Cursor> next = goesOn ? Optional.of(order.at(shown.get(limit - 1))) : Optional.empty();
        return new Page(AlertRows.withJson(handle, shown), next);
    }

    private List<AlertRow> rows(Handle handle, Query query, Order order, Optional<Cursor> after, int limit) {
        return new Listing(handle, filter(handle)).rows(query, order, after, limit);
    }

    private Filter filter(Handle handle) {
        return new Filter(handle, clock.millis());
    }
}
