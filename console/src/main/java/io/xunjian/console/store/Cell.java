package io.xunjian.console.store;

import io.xunjian.console.query.Field;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Alerts that are alike.
 *
 * @param assignee empty where nobody
 * @param outcome empty where none
 * @param day since 1970-01-01, in Shanghai
 */
record Cell(
        String ruleCode,
        int ruleVersion,
        int level,
        String severity,
        String status,
        String deskState,
        String assignee,
        String outcome,
        boolean isMuted,
        long day,
        long count) {

    static final String SELECT = "SELECT a.rule_code, a.rule_version, a.level, a.severity, a.status, a.desk_state,"
            + " COALESCE(a.assignee, '') AS who, COALESCE(a.outcome, '') AS how,"
            + " CASE WHEN a.muted_until > ? THEN 1 ELSE 0 END AS muted, (a.raised_at + 28800000) / 86400000 AS day_number,"
            + " COUNT(*) FROM ";
    static final String GROUP = " GROUP BY a.rule_code, a.rule_version, a.level, a.severity, a.status, a.desk_state,"
            + " who, how, muted, day_number";

    static Cell of(ResultSet row, StatementContext ctx) throws SQLException {
        return new Cell(
                row.getString(1).intern(),
                row.getInt(2),
                row.getInt(3),
                row.getString(4).intern(),
                row.getString(5).intern(),
                row.getString(6).intern(),
                row.getString(7).intern(),
                row.getString(8).intern(),
                row.getInt(9) == 1,
                row.getLong(10),
                row.getLong(11));
    }

    /** As a query writes it. */
    String value(Field field) {
        return switch (field) {
            case RULE -> ruleCode;
            case VERSION -> Integer.toString(ruleVersion);
            case LEVEL -> Integer.toString(level);
            case SEVERITY -> severity;
            case STATUS -> status;
            case DESK -> deskState;
            case ASSIGNEE -> assignee.isEmpty() ? "none" : assignee;
            case OUTCOME -> outcome.isEmpty() ? "NONE" : outcome;
            case IS -> isMuted ? "MUTED" : "UNMUTED";
            default -> throw new IllegalArgumentException("Alerts are not counted by " + field);
        };
    }
}
