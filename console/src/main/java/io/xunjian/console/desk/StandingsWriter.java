package io.xunjian.console.desk;

import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes what targets have become: the desk's own tables, and the copy beside the alerts. */
final class StandingsWriter {

    private static final String INSERT_STATE =
            "INSERT INTO desk_state (state, assignee, outcome, decided_at, last_change,"
                    + " alert_id) VALUES (:state, :assignee, :outcome, :at, :change, :id)";
    private static final String UPDATE_STATE = "UPDATE desk_state SET state = :state, assignee = :assignee,"
            + " outcome = :outcome, decided_at = :at, last_change = :change WHERE alert_id = :id";
    private static final String COPY_STATE = "UPDATE alert SET desk_state = :state, assignee = :assignee,"
            + " outcome = :outcome, decided_at = :at WHERE alert_id = :id";
    private static final String INSERT_MUTE = "INSERT INTO mute (muted_until, reason, muted_by, muted_at, last_change,"
            + " rule_code, subject_type, subject_id) VALUES (:until, :reason, :by, :at, :change, :rule, :type, :subject)";
    private static final String UPDATE_MUTE = "UPDATE mute SET muted_until = :until, reason = :reason, muted_by = :by,"
            + " muted_at = :at, last_change = :change"
            + " WHERE rule_code = :rule AND subject_type = :type AND subject_id = :subject";
    private static final String COPY_MUTE = "UPDATE alert SET muted_until = :until"
            + " WHERE rule_code = :rule AND subject_type = :type AND subject_id = :subject";

    private StandingsWriter() {}

    /**
     * Writes them all.
     *
     * @param known the targets that have a row already
     */
    static void write(Handle handle, Map<Target, Standing<?>> changed, Set<Target> known) {
        try (PreparedBatch insertState = handle.prepareBatch(INSERT_STATE);
                PreparedBatch updateState = handle.prepareBatch(UPDATE_STATE);
                PreparedBatch copyState = handle.prepareBatch(COPY_STATE);
                PreparedBatch insertMute = handle.prepareBatch(INSERT_MUTE);
                PreparedBatch updateMute = handle.prepareBatch(UPDATE_MUTE);
                PreparedBatch copyMute = handle.prepareBatch(COPY_MUTE)) {
            changed.forEach((target, standing) -> {
                if (target instanceof Target.OfAlert alert && standing instanceof AlertDesk desk) {
                    add(known.contains(target) ? updateState : insertState, alert, desk);
                    add(copyState, alert, desk);
                } else if (target instanceof Target.OfMute of && standing instanceof Mute mute) {
                    add(known.contains(target) ? updateMute : insertMute, of, mute);
                    add(copyMute, of, mute);
                }
            });
            for (PreparedBatch batch :
                    new PreparedBatch[] {insertState, updateState, copyState, insertMute, updateMute, copyMute}) {
                execute(batch);
            }
        }
    }

    /** Fills in what was decided of alerts before they arrived. */
    static void copyStates(Handle handle, Map<Target, Standing<?>> standings) {
        try (PreparedBatch copyState = handle.prepareBatch(COPY_STATE)) {
            standings.forEach((target, standing) -> {
                if (target instanceof Target.OfAlert alert && standing instanceof AlertDesk desk) {
                    add(copyState, alert, desk);
                }
            });
            execute(copyState);
        }
    }

    /** Fills in what was muted before. */
    static void copyMutes(Handle handle, Map<Target.OfMute, Mute> mutes) {
        try (PreparedBatch copyMute = handle.prepareBatch(COPY_MUTE)) {
            mutes.forEach((of, mute) -> add(copyMute, of, mute));
            execute(copyMute);
        }
    }

    private static void add(PreparedBatch batch, Target.OfAlert alert, AlertDesk desk) {
        batch.bind("state", desk.state().name())
                .bind("assignee", desk.assignee())
                .bind("outcome", desk.outcome() == null ? null : desk.outcome().name())
                .bind("at", desk.decidedAt())
                .bind("change", desk.lastChange())
                .bind("id", alert.alertId())
                .add();
    }

    private static void add(PreparedBatch batch, Target.OfMute of, Mute mute) {
        batch.bind("until", mute.until())
                .bind("reason", mute.reason())
                .bind("by", mute.by())
                .bind("at", mute.at())
                .bind("change", mute.lastChange())
                .bind("rule", of.ruleCode())
                .bind("type", of.subjectType().name())
                .bind("subject", of.subjectId())
                .add();
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
