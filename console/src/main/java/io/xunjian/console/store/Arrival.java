package io.xunjian.console.store;

import java.util.Set;

/**
 * One record of the topic: a state of an alert, or that it is gone. Times are epoch ms.
 *
 * @param json null where the alert is gone; then only the id, the partition and the offset say something
 * @param keys the other ids that one finds it by
 */
public record Arrival(
        String alertId,
        String ruleCode,
        int ruleVersion,
        String subjectType,
        String subjectId,
        int level,
        String severity,
        String status,
        long raisedAt,
        Long curedAt,
        Set<String> keys,
        String json,
        int partition,
        long offset) {

    /** The record that deletes an alert. */
    public static Arrival gone(String alertId, int partition, long offset) {
        return new Arrival(alertId, "", 0, "", "", 0, "", "", 0, null, Set.of(), null, partition, offset);
    }

    boolean isGone() {
        return json == null;
    }
}
