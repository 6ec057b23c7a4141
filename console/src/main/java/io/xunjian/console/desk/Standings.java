package io.xunjian.console.desk;

import io.xunjian.rules.event.SubjectType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads the tables {@code desk_state} and {@code mute}. */
final class Standings {

    private Standings() {}

    /** Of those of the targets of which there is anything to say. */
    static Map<Target, Standing<?>> of(Handle handle, Collection<Target> targets) {
        Map<Target, Standing<?>> standings = new HashMap<>();
        Object[] alertIds = targets.stream()
                .filter(Target.OfAlert.class::isInstance)
                .map(Target::key)
                .distinct()
                .toArray();
        if (alertIds.length > 0) {
            handle.createQuery("SELECT alert_id, state, assignee, outcome, decided_at, last_change FROM desk_state"
                            + " WHERE alert_id = ANY(:ids)")
                    .bindArray("ids", String.class, alertIds)
                    .map((row, ctx) -> Map.entry(new Target.OfAlert(row.getString(1)), alertDesk(row)))
                    .forEach(found -> standings.put(found.getKey(), found.getValue()));
        }
        Object[] subjects = targets.stream()
                .filter(Target.OfMute.class::isInstance)
                .map(target -> ((Target.OfMute) target).subjectId())
                .distinct()
                .toArray();
        if (subjects.length > 0) {
            standings.putAll(mutes(handle, subjects));
        }
        return standings;
    }

    /** All mutes of some subjects, those of which nothing is left too. */
    static Map<Target.OfMute, Mute> mutes(Handle handle, Object[] subjectIds) {
        Map<Target.OfMute, Mute> mutes = new HashMap<>();
        handle.createQuery(
                        "SELECT rule_code, subject_type, subject_id, muted_until, reason, muted_by, muted_at, last_change"
                                + " FROM mute WHERE subject_id = ANY(:ids)")
                .bindArray("ids", String.class, subjectIds)
                .map((row, ctx) -> Map.entry(muteTarget(row), mute(row)))
                .forEach(found -> mutes.put(found.getKey(), found.getValue()));
        return mutes;
    }

    static Target.OfMute muteTarget(ResultSet row) throws SQLException {
        return new Target.OfMute(
                row.getString("rule_code"),
                SubjectType.valueOf(row.getString("subject_type")),
                row.getString("subject_id"));
    }

    static Mute mute(ResultSet row) throws SQLException {
        return new Mute(
                row.getLong("muted_until"),
                row.getString("reason"),
                row.getString("muted_by"),
                orNull(row, "muted_at"),
                row.getString("last_change"));
    }

    static Long orNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static AlertDesk alertDesk(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new AlertDesk(
                DeskState.valueOf(row.getString("state")),
                row.getString("assignee"),
                outcome == null ? null : Outcome.valueOf(outcome),
                orNull(row, "decided_at"),
                row.getString("last_change"));
    }
}
