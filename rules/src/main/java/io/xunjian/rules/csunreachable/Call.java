package io.xunjian.rules.csunreachable;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.event.CallSource;
import io.xunjian.rules.event.Event;

/**
 * A call that counts or resets: an IN call, or an OUT call that was answered.
 *
 * @param isIn whether it was made to the shop
 * @param talkSeconds {@link Event#ABSENT} where it is not known
 */
record Call(Evidence act, CallSource source, boolean isIn, boolean isAnswered, long talkSeconds)
        implements Comparable<Call> {

    /** Whether somebody was spoken to. */
    boolean isReached(CsUnreachableParameters parameters) {
        return isAnswered && (talkSeconds == Event.ABSENT || talkSeconds >= parameters.minTalkSeconds());
    }

    long time() {
        return act.eventTime();
    }

    @Override
    public int compareTo(Call other) {
        return act.compareTo(other.act);
    }
}
