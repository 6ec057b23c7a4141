package io.xunjian.console.desk;

import io.xunjian.console.access.Refusal;
import io.xunjian.console.store.AlertRow;
import io.xunjian.console.web.DeskAnswers;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Shows what was decided, and what is muted. */
public final class DecisionHistory implements DeskAnswers {

    private static final String MUTES =
            "SELECT rule_code, subject_type, subject_id, muted_until, reason, muted_by, muted_at,"
                    + " last_change FROM mute WHERE muted_until > :now";
    private static final String SOONEST_FIRST = " ORDER BY muted_until, rule_code, subject_type, subject_id";

    private final Jdbi jdbi;
    private final InstantSource clock;

    public DecisionHistory(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** All decisions about an alert, and about muting it. */
    @Override
    public List<Map<String, Object>> decisions(AlertRow row) {
        Target mute = Targets.ofMute(row.ruleCode(), row.subjectType(), row.subjectId());
        return jdbi.withHandle(handle -> handle.createQuery(DecisionRows.COLUMNS + " WHERE target IN (:alert, :mute)"
                        + " ORDER BY decided_at, topic_partition, topic_offset")
                .bind("alert", row.alertId())
                .bind("mute", mute.key())
                .map((found, ctx) -> json(DecisionRows.recorded(found)))
                .list());
    }

    @Override
    public List<Map<String, Object>> mutes(String subjectType, String subjectId) {
        return jdbi.withHandle(
                handle -> handle.createQuery(MUTES + " AND subject_type = :type AND subject_id = :id" + SOONEST_FIRST)
                        .bind("now", clock.millis())
                        .bind("type", subjectType)
                        .bind("id", subjectId)
                        .map((row, ctx) -> json(Standings.muteTarget(row), Standings.mute(row)))
                        .list());
    }

    /** All that is muted now, what ends soonest first. */
    List<Map<String, Object>> mutes() {
        return jdbi.withHandle(handle -> handle.createQuery(MUTES + SOONEST_FIRST)
                .bind("now", clock.millis())
                .map((row, ctx) -> json(Standings.muteTarget(row), Standings.mute(row)))
                .list());
    }

    /** The audit: a page of all decisions, newest first. */
    AuditPage page(Optional<String> after, int limit) {
        List<Recorded> found = jdbi.withHandle(handle -> {
            String from = after.isEmpty()
                    ? ""
                    : " WHERE (decided_at, topic_partition, topic_offset) < (:at, :partition, :offset)";
            var query = handle.createQuery(DecisionRows.COLUMNS + from
                            + " ORDER BY decided_at DESC, topic_partition DESC, topic_offset DESC LIMIT :limit")
                    .bind("limit", limit + 1);
            after.map(DecisionHistory::cursor)
                    .ifPresent(place -> query.bind("at", place[0])
                            .bind("partition", (int) place[1])
                            .bind("offset", place[2]));
            return query.map((row, ctx) -> DecisionRows.recorded(row)).list();
        });
        List<Recorded> page = found.subList(0, Math.min(limit, found.size()));
        Recorded last = page.isEmpty() ? null : page.get(page.size() - 1);
        return new AuditPage(
                page.stream().map(DecisionHistory::json).toList(),
                found.size() > limit ? last.decision().at() + "." + last.partition() + "." + last.offset() : null);
    }

    private static long[] cursor(String text) {
        if (!text.matches("[0-9]{1,18}\\.[0-9]{1,9}\\.[0-9]{1,18}")) {
            throw Refusal.badRequest("after is no cursor of ours.");
        }
        String[] parts = text.split("\\.", 3);
        return new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])};
    }

    private static Map<String, Object> json(Recorded recorded) {
        Map<String, Object> json = DecisionJson.map(recorded.decision());
        json.put("effect", recorded.effect().name());
        return json;
    }

    private static Map<String, Object> json(Target.OfMute target, Mute mute) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ruleCode", target.ruleCode());
        json.put("subjectType", target.subjectType().name());
        json.put("subjectId", target.subjectId());
        json.put("until", mute.until());
        json.put("reason", mute.reason());
        json.put("by", mute.by());
        json.put("at", mute.at());
        return json;
    }

    /**
     * A page.
     *
     * @param next where the next one begins; null where there is none
     */
    record AuditPage(List<Map<String, Object>> decisions, String next) {}
}
