package io.xunjian.console.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.console.store.RecordJson;
import io.xunjian.console.store.WriteLock;
import io.xunjian.rules.book.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds what a webhook was not told yet. An alert whose status is the one that it had then is no news, nor one that was raised
 * and revoked since, nor one that is muted: when the mute ends it stays untold.
 */
final class NewsQuery {

    /** More than these are a storm: the first few are listed, the rest is counted. */
    static final int MOST_LISTED = 20;

    static final int LISTED_IN_A_STORM = 3;

    private static final String BEFORE =
            "(SELECT h.status FROM alert_history h WHERE h.alert_no = a.alert_no AND h.seq ="
                    + " (SELECT MAX(o.seq) FROM alert_history o WHERE o.alert_no = a.alert_no AND o.seq <= :sent))";

    private static final String NEWS = " FROM alert a WHERE a.seq > :sent AND a.seq <= :upTo AND a.muted_until <= :now"
            + " AND a.severity = ANY(:severities) AND (:all OR a.rule_code = ANY(:rules))"
            + " AND COALESCE(" + BEFORE + ", 'REVOKED') <> a.status";

    private final Jdbi jdbi;
    private final InstantSource clock;

    NewsQuery(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    News since(Webhook webhook, long sentSeq) {
        return jdbi.inTransaction(handle -> {
            Scope scope = new Scope(webhook, sentSeq, WriteLock.lastSeq(handle), clock.millis());
            List<Told> alerts = alerts(handle, scope);
            if (alerts.size() <= MOST_LISTED) {
                return new News(alerts, alerts.size(), List.of(), scope.upTo());
            }
            List<News.Count> byRule = byRule(handle, scope);
            long total = byRule.stream().mapToLong(News.Count::count).sum();
            return new News(alerts.subList(0, LISTED_IN_A_STORM), total, byRule, scope.upTo());
        });
    }

    private static List<Told> alerts(Handle handle, Scope scope) {
        String sql = "SELECT n.*, r.json FROM (SELECT a.alert_no, a.seq, a.alert_id, a.rule_code, a.subject_type,"
                + " a.subject_id, a.severity, a.status, a.raised_at" + NEWS + " ORDER BY a.seq LIMIT :limit) n"
                + " JOIN alert_record r ON r.alert_no = n.alert_no ORDER BY n.seq";
        return scope.bind(handle.createQuery(sql))
                .bind("limit", MOST_LISTED + 1)
                .map((row, ctx) -> told(row))
                .list();
    }

    private static List<News.Count> byRule(Handle handle, Scope scope) {
        String sql = "SELECT a.rule_code, a.severity, COUNT(*) AS n" + NEWS
                + " GROUP BY a.rule_code, a.severity ORDER BY n DESC, a.rule_code, a.severity";
        return scope.bind(handle.createQuery(sql))
                .map((row, ctx) -> new News.Count(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    private static Told told(ResultSet row) throws SQLException {
        JsonNode reason = RecordJson.tree(RecordJson.text(row.getBytes("json"))).path("reason");
        return new Told(
                row.getString("alert_id"),
                row.getString("rule_code"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                Severity.valueOf(row.getString("severity")),
                row.getString("status"),
                row.getLong("raised_at"),
                reason.path("en").asText(),
                reason.path("zh").asText());
    }

    private record Scope(Webhook webhook, long sentSeq, long upTo, long now) {

        Query bind(Query query) {
            Object[] severities = Arrays.stream(Severity.values())
                    .filter(severity -> severity.compareTo(webhook.minSeverity()) >= 0)
                    .map(Enum::name)
                    .toArray();
            return query.bind("sent", sentSeq)
                    .bind("upTo", upTo)
                    .bind("now", now)
                    .bindArray("severities", String.class, severities)
                    .bind("all", webhook.rules().isEmpty())
                    .bindArray("rules", String.class, webhook.rules().toArray());
        }
    }
}
