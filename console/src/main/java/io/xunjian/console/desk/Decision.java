package io.xunjian.console.desk;

import java.time.Duration;

/**
 * What somebody decided of one target: one record of its topic. All records of one request have the same
 * {@code decisionId}. What a kind has no use for is null.
 *
 * @param at epoch ms, by the clock of the console that took it
 * @param text the note, the reason of a mute, or what was said when closing
 * @param assignee of {@link DecisionKind#ASSIGN}; null for nobody
 * @param until epoch ms, of {@link DecisionKind#MUTE}
 * @param undoes the decision that {@link DecisionKind#UNDO} takes back
 */
public record Decision(
        String decisionId,
        DecisionKind kind,
        Target target,
        String by,
        long at,
        String text,
        Outcome outcome,
        String assignee,
        Long until,
        String undoes) {

    /** A mute ends by itself: what is never looked at again is never found to be wrong. */
    public static final Duration LONGEST_MUTE = Duration.ofDays(180);

    public static final int LONGEST_TEXT = 4000;

    /** The same decision of another target. */
    Decision of(Target other) {
        return new Decision(decisionId, kind, other, by, at, text, outcome, assignee, until, undoes);
    }
}
