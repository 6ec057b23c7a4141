package io.xunjian.console.store;

import io.xunjian.console.query.Field;
import io.xunjian.console.query.Query;
import io.xunjian.console.query.Span;
import io.xunjian.console.query.Term;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What the alerts of some days were, in numbers. */
public final class Overview {

    private static final int TOP = 10;
    private static final int MOST_KEPT = 50;

    private final Database database;
    private final Counts counts;
    private final Clock clock;
    private final Kept<Query, List<Subject>> topSubjects;

    public Overview(Database database, Counts counts, Clock clock) {
        this.database = database;
        this.counts = counts;
        this.clock = clock;
        this.topSubjects = new Kept<>(MOST_KEPT, this::findTopSubjects);
    }

    /** A subject and how many alerts it has, of them not put right or taken back. */
    public record Subject(String subjectType, String subjectId, long count, long open) {}

    /** Alerts by day and rule. */
    public List<DayCount> byDay(LocalDate from, LocalDate to, ZoneId zone) {
        Query query = raised(from, to, zone);
        if (!Days.areCounted(zone)) {
            return database.jdbi().withHandle(handle -> Days.count(handle, where(handle, query), zone));
        }
        Days days = new Days();
        counts.cube()
                .matching(query)
                .forEach(cell -> days.add(LocalDate.ofEpochDay(cell.day()), cell.ruleCode(), cell.count()));
        return days.list();
    }

    /** How many are in which status, and where they are on the desk; lower case. */
    public Map<String, Long> totals(LocalDate from, LocalDate to, ZoneId zone) {
        Query query = raised(from, to, zone);
        Map<String, Long> totals = new LinkedHashMap<>();
        for (String name : List.of("open", "cured", "revoked", "new", "acknowledged", "closed")) {
            totals.put(name, 0L);
        }
        List<Cell> cells = Cube.counts(query)
                ? counts.cube().matching(query)
                : database.jdbi().withHandle(handle -> cells(handle, query));
        for (Cell cell : cells) {
            totals.merge(cell.status().toLowerCase(Locale.ROOT), cell.count(), Long::sum);
            totals.merge(cell.deskState().toLowerCase(Locale.ROOT), cell.count(), Long::sum);
        }
        return totals;
    }

    /** Those with the most alerts; some seconds behind where there are many. */
    public List<Subject> topSubjects(LocalDate from, LocalDate to, ZoneId zone) {
        return topSubjects.get(raised(from, to, zone));
    }

    private List<Subject> findTopSubjects(Query query) {
        return database.jdbi()
                .withHandle(handle -> new Sql()
                        .add("SELECT a.subject_type, a.subject_id, COUNT(*) AS n,"
                                + " SUM(CASE WHEN a.status = 'OPEN' THEN 1 ELSE 0 END) FROM alert a WHERE ")
                        .add(where(handle, query))
                        .add(
                                " GROUP BY a.subject_type, a.subject_id ORDER BY n DESC, a.subject_id, a.subject_type LIMIT ?",
                                TOP)
                        .query(handle)
                        .map((row, ctx) ->
                                new Subject(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                        .list());
    }

    private List<Cell> cells(Handle handle, Query query) {
        return new Sql()
                .add(Cell.SELECT + "alert a WHERE ", clock.millis())
                .add(where(handle, query))
                .add(Cell.GROUP)
                .query(handle)
                .map(Cell::of)
                .list();
    }

    private Sql where(Handle handle, Query query) {
        return new Filter(handle, clock.millis()).condition(query);
    }

    private static Query raised(LocalDate from, LocalDate to, ZoneId zone) {
        Span span = new Span(
                from.atStartOfDay(zone).toInstant().toEpochMilli(),
                to.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli());
        return new Query(List.of(new Term(Field.RAISED, false, List.of(), List.of(span))));
    }
}
