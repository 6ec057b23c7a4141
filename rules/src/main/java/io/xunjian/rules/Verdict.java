package io.xunjian.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * What a rule says of one key's facts at one instant.
 *
 * @param findings the breaches that are seen by then
 * @param nextLook the next instant at which this could change by time alone, {@link Instants#NEVER} if it cannot
 * @param settledAt the instant from which on no event that is still to come in time can change it,
 *     {@link Instants#NEVER} while one can
 */
public record Verdict(List<Finding> findings, long nextLook, long settledAt) {

    /** Nothing to say, now or by time alone; facts that happened up to {@code settledAt} could have changed it. */
    public static Verdict nothing(long settledAt) {
        return new Verdict(List.of(), Instants.NEVER, settledAt);
    }

    Verdict and(Verdict other) {
        List<Finding> both = findings;
        if (!other.findings.isEmpty()) {
            both = new ArrayList<>(findings);
            both.addAll(other.findings);
        }
        return new Verdict(both, Math.min(nextLook, other.nextLook), Math.max(settledAt, other.settledAt));
    }
}
