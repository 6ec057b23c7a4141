package io.xunjian.console.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xunjian.rules.event.SubjectType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Reads and writes the table {@code decision}. */
final class DecisionRows {

    static final String COLUMNS =
            "SELECT topic_partition, topic_offset, decision_id, kind, alert_id, rule_code, subject_type,"
                    + " subject_id, muted_until, decided_by, decided_at, note, outcome, assignee, undoes, effect, was_before"
                    + " FROM decision";

    private static final ObjectMapper JSON = new ObjectMapper();

    private DecisionRows() {}

    /** All records of these decisions. */
    static List<Recorded> of(Handle handle, Collection<String> decisionIds) {
        if (decisionIds.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(COLUMNS + " WHERE decision_id = ANY(:ids) ORDER BY topic_partition, topic_offset")
                .bindArray("ids", String.class, decisionIds.toArray())
                .map((row, ctx) -> recorded(row))
                .list();
    }

    static void insert(Handle handle, List<Recorded> all) {
        try (PreparedBatch batch =
                handle.prepareBatch("INSERT INTO decision (topic_partition, topic_offset, decision_id,"
                        + " kind, target, alert_id, rule_code, subject_type, subject_id, muted_until, decided_by, decided_at, note,"
                        + " outcome, assignee, undoes, effect, was_before) VALUES (:partition, :offset, :id, :kind, :target,"
                        + " :alert, :rule, :type, :subject, :until, :by, :at, :note, :outcome, :assignee, :undoes, :effect,"
                        + " :before)")) {
            all.forEach(recorded -> add(batch, recorded));
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    static void updateEffect(Handle handle, List<Recorded> all) {
        try (PreparedBatch batch = handle.prepareBatch("UPDATE decision SET effect = :effect"
                + " WHERE topic_partition = :partition AND topic_offset = :offset")) {
            all.forEach(recorded -> batch.bind("effect", recorded.effect().name())
                    .bind("partition", recorded.partition())
                    .bind("offset", recorded.offset())
                    .add());
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    static Recorded recorded(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        Target target = row.getString("alert_id") == null
                ? new Target.OfMute(
                        row.getString("rule_code"),
                        SubjectType.valueOf(row.getString("subject_type")),
                        row.getString("subject_id"))
                : new Target.OfAlert(row.getString("alert_id"));
        Decision decision = new Decision(
                row.getString("decision_id"),
                DecisionKind.valueOf(row.getString("kind")),
                target,
                row.getString("decided_by"),
                row.getLong("decided_at"),
                row.getString("note"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("assignee"),
                Standings.orNull(row, "muted_until"),
                row.getString("undoes"));
        return new Recorded(
                row.getInt("topic_partition"),
                row.getLong("topic_offset"),
                decision,
                Recorded.Effect.valueOf(row.getString("effect")),
                before(target, row.getString("was_before")));
    }

    private static void add(PreparedBatch batch, Recorded recorded) {
        Decision decision = recorded.decision();
        Target.OfAlert alert = decision.target() instanceof Target.OfAlert of ? of : null;
        Target.OfMute mute = decision.target() instanceof Target.OfMute of ? of : null;
        batch.bind("partition", recorded.partition())
                .bind("offset", recorded.offset())
                .bind("id", decision.decisionId())
                .bind("kind", decision.kind().name())
                .bind("target", decision.target().key())
                .bind("alert", alert == null ? null : alert.alertId())
                .bind("rule", mute == null ? null : mute.ruleCode())
                .bind("type", mute == null ? null : mute.subjectType().name())
                .bind("subject", mute == null ? null : mute.subjectId())
                .bind("until", decision.until())
                .bind("by", decision.by())
                .bind("at", decision.at())
                .bind("note", decision.text())
                .bind(
                        "outcome",
                        decision.outcome() == null ? null : decision.outcome().name())
                .bind("assignee", decision.assignee())
                .bind("undoes", decision.undoes())
                .bind("effect", recorded.effect().name())
                .bind("before", json(recorded.before()))
                .add();
    }

    private static String json(Standing<?> before) {
        try {
            return before == null ? null : JSON.writeValueAsString(before);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Standing<?> before(Target target, String json) {
        if (json == null) {
            return null;
        }
        try {
            return target instanceof Target.OfMute
                    ? JSON.readValue(json, Mute.class)
                    : JSON.readValue(json, AlertDesk.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the table decision holds what this release cannot read", e);
        }
    }
}
