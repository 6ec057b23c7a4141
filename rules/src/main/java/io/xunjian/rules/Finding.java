package io.xunjian.rules;

import io.xunjian.rules.event.SubjectType;
import io.xunjian.rules.wire.Codec;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A breach as a rule finds it: which, whose, since when, and on what evidence. What the rule book says about it (severity,
 * actions, clause, sentence) is added when it becomes an {@link io.xunjian.rules.alert.Alert}.
 *
 * @param alertId made of rule, subject and occurrence, never of chance or of the clock
 * @param ruleVersion the version in force for this breach
 * @param keys the other ids: orderId, complaintId, …
 * @param level 1, 2, 3 … where a rule judges again; 1 elsewhere
 * @param isLast whether no further level can follow
 * @param raisedAt epoch ms at which it became a breach; for an absence, the deadline itself
 * @param curedAt epoch ms of the cure, {@link Instants#NEVER} without one
 * @param window what the rule looked at, or {@code null}
 * @param evidence the facts that make it true, the first {@link #EVIDENCE_KEPT} of them
 * @param evidenceCount how many there are in all
 * @param revision counts what was said of this breach, from 1: a greater one replaces a smaller
 */
public record Finding(
        String alertId,
        String ruleCode,
        int ruleVersion,
        SubjectType subjectType,
        String subjectId,
        Map<String, String> keys,
        int level,
        boolean isLast,
        Status status,
        long raisedAt,
        long curedAt,
        Window window,
        List<Evidence> evidence,
        int evidenceCount,
        int revision)
        implements Serializable {

    /** How many facts an alert carries; it counts the rest. */
    public static final int EVIDENCE_KEPT = 50;

    public static final Codec<Finding> CODEC = new FindingCodec();

    /** The same breach as the {@code revision}-th that is said of it. */
    public Finding as(Status newStatus, int newRevision) {
        return new Finding(
                alertId,
                ruleCode,
                ruleVersion,
                subjectType,
                subjectId,
                keys,
                level,
                isLast,
                newStatus,
                raisedAt,
                newStatus == Status.REVOKED ? Instants.NEVER : curedAt,
                window,
                evidence,
                evidenceCount,
                newRevision);
    }

    /** Whether a reader would see no difference: all is equal but the revision. */
    public boolean saysTheSameAs(Finding other) {
        return equals(other.as(other.status, revision));
    }

    /** Whether the breach is one: open or cured, not revoked. */
    public boolean stands() {
        return status != Status.REVOKED;
    }

    /** Whether both are the same breach for a rule over breaches, which does not ask for cures and evidence. */
    public boolean standsAs(Finding other) {
        return stands() == other.stands()
                && raisedAt == other.raisedAt
                && ruleVersion == other.ruleVersion
                && isLast == other.isLast
                && subjectType == other.subjectType
                && subjectId.equals(other.subjectId);
    }
}
