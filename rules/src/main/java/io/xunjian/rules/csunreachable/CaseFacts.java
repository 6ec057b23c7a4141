package io.xunjian.rules.csunreachable;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Sorted;
import java.util.List;

/**
 * What is known of the calls of one case.
 *
 * @param calls those after {@code prunedTo}
 * @param prunedTo epoch ms up to which the walk over the calls is over
 * @param missed the calls that were missed in a row, and not counted yet, when it got there
 */
record CaseFacts(Sorted<Call> calls, long prunedTo, List<Evidence> missed) {

    static CaseFacts of(Call call) {
        return new CaseFacts(Sorted.of(call), Instants.BEFORE_ALL, List.of());
    }

    CaseFacts join(CaseFacts other) {
        CaseFacts further = prunedTo >= other.prunedTo ? this : other;
        return new CaseFacts(calls.union(other.calls), further.prunedTo, further.missed);
    }

    /** Epoch ms of the last call that is known. */
    long latest() {
        return calls.isEmpty() ? prunedTo : calls.last().time();
    }
}
