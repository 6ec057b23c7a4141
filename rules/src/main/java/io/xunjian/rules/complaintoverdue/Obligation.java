package io.xunjian.rules.complaintoverdue;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Instants;
import io.xunjian.rules.book.RuleVersion;

/**
 * One duty of one complaint, with its clock.
 *
 * @param start the act at which the clock starts
 * @param deadline epoch ms; an act exactly then is in time
 * @param met the first act from the start on that does what is owed, {@code null} if there is none yet
 * @param version in force at the start
 */
record Obligation(Duty duty, Evidence start, long deadline, Evidence met, RuleVersion version) {

    boolean isBreach() {
        return met == null || met.eventTime() > deadline;
    }

    /** Epoch ms of the act that put it right too late, {@link Instants#NEVER} if there is none. */
    long curedAt() {
        return met == null ? Instants.NEVER : met.eventTime();
    }
}
