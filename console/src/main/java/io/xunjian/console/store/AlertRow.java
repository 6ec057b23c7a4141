package io.xunjian.console.store;

/**
 * One row of the table {@code alert}: the newest state of an alert, and what the desk made of it. Times are epoch ms.
 *
 * @param alertNo its number in this database, for good
 * @param seq the place of its newest state among all states that arrived; grows with each
 * @param curedAt null where it is not cured
 * @param json the record as it stands on the topic
 * @param firstSeenAt when this database first had it
 * @param deskState NEW, ACKNOWLEDGED or CLOSED
 * @param assignee null where nobody
 * @param outcome null until closed
 * @param mutedUntil 0 where never muted
 * @param decidedAt null where nobody decided yet
 */
public record AlertRow(
        long alertNo,
        String alertId,
        long seq,
        String ruleCode,
        int ruleVersion,
        String subjectType,
        String subjectId,
        int level,
        String severity,
        String status,
        long raisedAt,
        Long curedAt,
        String json,
        int topicPartition,
        long topicOffset,
        long firstSeenAt,
        long updatedAt,
        String deskState,
        String assignee,
        String outcome,
        long mutedUntil,
        Long decidedAt) {

    /** The desk's state of an alert that nobody looked at. */
    public static final String NEW = "NEW";

    /** Whether this is the alert's first state here. */
    public boolean isFirst() {
        return alertNo == seq;
    }

    AlertRow with(String newJson) {
        return new AlertRow(
                alertNo,
                alertId,
                seq,
                ruleCode,
                ruleVersion,
                subjectType,
                subjectId,
                level,
                severity,
                status,
                raisedAt,
                curedAt,
                newJson,
                topicPartition,
                topicOffset,
                firstSeenAt,
                updatedAt,
                deskState,
                assignee,
                outcome,
                mutedUntil,
                decidedAt);
    }

    /** What it is after a state arrived. */
    AlertRow after(Arrival arrival, long newSeq, long at) {
        return new AlertRow(
                alertNo,
                alertId,
                newSeq,
                arrival.ruleCode(),
                arrival.ruleVersion(),
                arrival.subjectType(),
                arrival.subjectId(),
                arrival.level(),
                arrival.severity(),
                arrival.status(),
                arrival.raisedAt(),
                arrival.curedAt(),
                arrival.json(),
                arrival.partition(),
                arrival.offset(),
                firstSeenAt,
                at,
                deskState,
                assignee,
                outcome,
                mutedUntil,
                decidedAt);
    }

    /** What it is when its first state arrives. */
    static AlertRow first(Arrival arrival, long seq, long at) {
        return new AlertRow(
                seq,
                arrival.alertId(),
                seq,
                arrival.ruleCode(),
                arrival.ruleVersion(),
                arrival.subjectType(),
                arrival.subjectId(),
                arrival.level(),
                arrival.severity(),
                arrival.status(),
                arrival.raisedAt(),
                arrival.curedAt(),
                arrival.json(),
                arrival.partition(),
                arrival.offset(),
                at,
                at,
                NEW,
                null,
                null,
                0,
                null);
    }
}
