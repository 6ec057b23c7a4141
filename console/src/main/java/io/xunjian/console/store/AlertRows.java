package io.xunjian.console.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads rows of the table {@code alert}. */
public final class AlertRows {

    static final String COLUMNS =
            "a.alert_no, a.alert_id, a.seq, a.rule_code, a.rule_version, a.subject_type, a.subject_id,"
                    + " a.level, a.severity, a.status, a.raised_at, a.cured_at, a.topic_partition, a.topic_offset, a.first_seen_at,"
                    + " a.updated_at, a.desk_state, a.assignee, a.outcome, a.muted_until, a.decided_at";

    private AlertRows() {}

    /** The alerts of these ids, in no order; ids that are unknown are left out. */
    public static List<AlertRow> of(Handle handle, Collection<String> alertIds) {
        List<AlertRow> rows = handle.createQuery("SELECT " + COLUMNS + " FROM alert a WHERE a.alert_id = ANY(:ids)")
                .bindArray("ids", String.class, alertIds.toArray())
                .map(AlertRows::withoutJson)
                .list();
        return withJson(handle, rows);
    }

    /** The alerts of these numbers without their records, in no order. */
    static List<AlertRow> numbered(Handle handle, List<Long> alertNos) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM alert a WHERE a.alert_no = ANY(:nos)")
                .bindArray("nos", Long.class, alertNos.toArray())
                .map(AlertRows::withoutJson)
                .list();
    }

    /** The same rows with their records. */
    static List<AlertRow> withJson(Handle handle, List<AlertRow> rows) {
        Map<Long, String> records =
                records(handle, rows.stream().map(AlertRow::alertNo).toArray(Long[]::new));
        return rows.stream().map(row -> row.with(records.get(row.alertNo()))).toList();
    }

    static Map<Long, String> records(Handle handle, Long[] alertNos) {
        Map<Long, String> records = new HashMap<>();
        handle.createQuery("SELECT alert_no, json FROM alert_record WHERE alert_no = ANY(:nos)")
                .bindArray("nos", Long.class, (Object[]) alertNos)
                .map((row, ctx) -> Map.entry(row.getLong(1), RecordJson.text(row.getBytes(2))))
                .forEach(record -> records.put(record.getKey(), record.getValue()));
        return records;
    }

    static AlertRow withoutJson(ResultSet row, StatementContext ctx) throws SQLException {
        return new AlertRow(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                row.getInt(8),
                row.getString(9),
                row.getString(10),
                row.getLong(11),
                orNull(row, 12),
                null,
                row.getInt(13),
                row.getLong(14),
                row.getLong(15),
                row.getLong(16),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                row.getLong(20),
                orNull(row, 21));
    }

    private static Long orNull(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
