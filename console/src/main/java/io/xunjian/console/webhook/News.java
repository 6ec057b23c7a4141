package io.xunjian.console.webhook;

import java.util.List;

/**
 * What there is to tell a webhook: alerts that were raised, or whose status is another, since it was told last.
 *
 * @param alerts the first of them, in the order in which they arrived
 * @param total how many there are
 * @param byRule how many of each rule and severity, the most first, where not all are listed; else empty
 * @param upTo the {@code seq} that was looked up to
 */
record News(List<Told> alerts, long total, List<Count> byRule, long upTo) {

    /** Too many to list each. */
    boolean isStorm() {
        return total > alerts.size();
    }

    /** So many alerts of a rule. */
    record Count(String ruleCode, String severity, long count) {}
}
