package io.xunjian.console.store;

import io.xunjian.console.query.Query;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Alerts of a query by what they have in common, those with the most first. */
public final class Groups {

    private static final int MOST_KEPT = 50;

    private final Clock clock;
    private final Kept<Wanted, List<Group>> kept;

    public Groups(Database database, Clock clock) {
        this.clock = clock;
        this.kept = new Kept<>(MOST_KEPT, wanted -> database.jdbi().withHandle(handle -> find(handle, wanted)));
    }

    /** What one asks for. */
    private record Wanted(Query query, By by, long after, int limit) {}

    /** What alerts are grouped by. */
    public enum By {
        SHOP,
        PROVIDER,
        RULE
    }

    /**
     * A group.
     *
     * @param key the subject's id, or the rule's code
     * @param worst the gravest severity in it
     * @param newestRaisedAt epoch ms
     * @param rules whose alerts it has
     */
    public record Group(String key, long count, long open, String worst, long newestRaisedAt, TreeSet<String> rules) {}

    /** Some groups, after so many others; some seconds behind where there are many alerts. */
    public List<Group> of(Query query, By by, long after, int limit) {
        return kept.get(new Wanted(query, by, after, limit));
    }

    private List<Group> find(Handle handle, Wanted wanted) {
        By by = wanted.by();
        String key = by == By.RULE ? "a.rule_code" : "a.subject_id";
        Sql from = new Filter(handle, clock.millis()).of(wanted.query()).from();
        if (by != By.RULE) {
            from.add(" AND a.subject_type = ?", by.name());
        }
        Sql sql = new Sql()
                .add("SELECT " + key
                        + " AS group_key, COUNT(*) AS n, SUM(CASE WHEN a.status = 'OPEN' THEN 1 ELSE 0 END)," + " MAX("
                        + Severities.RANK + "), MAX(a.raised_at) ")
                .add(from)
                .add(
                        " GROUP BY " + key + " ORDER BY n DESC, group_key LIMIT ? OFFSET ?",
                        wanted.limit(),
                        wanted.after());
        Map<String, Group> groups = new LinkedHashMap<>();
        sql.query(handle)
                .map((row, ctx) -> new Group(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        Severities.of(row.getInt(4)),
                        row.getLong(5),
                        new TreeSet<>()))
                .forEach(group -> groups.put(group.key(), group));
        addRules(handle, key, from, groups);
        return new ArrayList<>(groups.values());
    }

    private static void addRules(Handle handle, String key, Sql from, Map<String, Group> groups) {
        if (groups.isEmpty()) {
            return;
        }
        Sql sql = new Sql()
                .add("SELECT DISTINCT " + key + ", a.rule_code ")
                .add(from)
                .add(" AND ")
                .in(key, groups.keySet());
        sql.query(handle)
                .map((row, ctx) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(rule -> groups.get(rule.getKey()).rules().add(rule.getValue()));
    }
}
