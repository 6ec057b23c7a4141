package io.xunjian.console.desk;

import java.util.Objects;

/**
 * Where an alert stands on the desk.
 *
 * @param assignee null for nobody
 * @param outcome null unless closed
 * @param decidedAt epoch ms; null where nobody decided yet
 */
record AlertDesk(DeskState state, String assignee, Outcome outcome, Long decidedAt, String lastChange)
        implements Standing<AlertDesk> {

    static final AlertDesk UNTOUCHED = new AlertDesk(DeskState.NEW, null, null, null, null);

    @Override
    public AlertDesk after(Decision decision) {
        return switch (decision.kind()) {
            case ACKNOWLEDGE -> state == DeskState.NEW ? with(DeskState.ACKNOWLEDGED, null, decision) : this;
            case UNACKNOWLEDGE -> state == DeskState.ACKNOWLEDGED ? with(DeskState.NEW, null, decision) : this;
            case REOPEN -> state == DeskState.CLOSED ? with(DeskState.NEW, null, decision) : this;
            // An alert that was confirmed may be overturned on appeal.
            case CLOSE -> outcome == decision.outcome() ? this : with(DeskState.CLOSED, decision.outcome(), decision);
            case ASSIGN ->
                Objects.equals(assignee, decision.assignee())
                        ? this
                        : new AlertDesk(state, decision.assignee(), outcome, decision.at(), decision.decisionId());
            case NOTE, MUTE, UNMUTE, UNDO -> this;
        };
    }

    private AlertDesk with(DeskState newState, Outcome newOutcome, Decision decision) {
        return new AlertDesk(newState, assignee, newOutcome, decision.at(), decision.decisionId());
    }
}
