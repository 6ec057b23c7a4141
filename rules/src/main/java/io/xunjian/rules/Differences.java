package io.xunjian.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What there is to say after a new verdict, given what was said before.
 *
 * @param changes what a reader must be told, each with its next revision
 * @param said everything that was said of this key by now, revoked breaches too: their revisions go on
 */
public record Differences(List<Change> changes, List<Finding> said) {

    /**
     * One breach that is not as it was said to be.
     *
     * @param before as it was said, {@code null} where nothing was
     */
    public record Change(Finding before, Finding now) {

        /** What rules over findings must be told: nothing, if the breach stands as before. */
        public List<Finding> signals() {
            boolean stood = before != null && before.stands();
            if (stood && now.standsAs(before)) {
                return List.of();
            }
            if (stood && !now.subjectId().equals(before.subjectId())) {
                Finding goneThere = before.as(Status.REVOKED, now.revision());
                return now.stands() ? List.of(goneThere, now) : List.of(goneThere);
            }
            return stood || now.stands() ? List.of(now) : List.of();
        }
    }

    /**
     * Compares a verdict with what was said.
     *
     * @param finalUpTo epoch ms: what was raised by then and is found no more is not revoked but settled
     */
    public static Differences between(List<Finding> said, List<Finding> findings, long finalUpTo) {
        if (said.isEmpty() && findings.isEmpty()) {
            return new Differences(List.of(), said);
        }
        Map<String, Finding> before = new LinkedHashMap<>();
        said.forEach(finding -> before.put(finding.alertId(), finding));
        List<Change> changes = new ArrayList<>();
        List<Finding> after = new ArrayList<>();
        for (Finding finding : findings) {
            Finding old = before.remove(finding.alertId());
            if (old != null && old.saysTheSameAs(finding)) {
                after.add(old);
            } else {
                Finding now = finding.as(finding.status(), old == null ? 1 : old.revision() + 1);
                changes.add(new Change(old, now));
                after.add(now);
            }
        }
        for (Finding gone : before.values()) {
            if (gone.raisedAt() <= finalUpTo) {
                continue;
            }
            Finding now = gone.stands() ? gone.as(Status.REVOKED, gone.revision() + 1) : gone;
            if (gone.stands()) {
                changes.add(new Change(gone, now));
            }
            after.add(now);
        }
        return new Differences(changes, List.copyOf(after));
    }
}
