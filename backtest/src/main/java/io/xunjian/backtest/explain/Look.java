package io.xunjian.backtest.explain;

import io.xunjian.rules.Differences.Change;
import io.xunjian.rules.Finding;
import io.xunjian.rules.event.Event;
import java.util.List;

/**
 * One look of a rule at a key: at an event of it, or when the time had come that the rule asked for.
 *
 * @param at epoch ms
 * @param news what happened at that instant; nothing, where time alone passed
 * @param changes what was said at it that had not been said before
 * @param findings every breach that stood after it
 * @param ahead what becomes a breach next if nothing else happens; {@code null} if nothing does
 * @param settledAt epoch ms: what happens later changes nothing; {@link io.xunjian.rules.Instants#NEVER} while it can
 */
record Look(long at, List<Event> news, List<Change> changes, List<Finding> findings, Finding ahead, long settledAt) {

    boolean isQuiet() {
        return changes.isEmpty();
    }
}
