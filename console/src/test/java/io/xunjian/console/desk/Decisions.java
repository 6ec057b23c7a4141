package io.xunjian.console.desk;

import java.time.Duration;

/** Makes decisions of a user {@code li}, one second after the other. */
final class Decisions {

    private int made;

    Decision acknowledge(String alertId) {
        return of(DecisionKind.ACKNOWLEDGE, new Target.OfAlert(alertId), null, null, null, null, null);
    }

    Decision unacknowledge(String alertId) {
        return of(DecisionKind.UNACKNOWLEDGE, new Target.OfAlert(alertId), null, null, null, null, null);
    }

    Decision reopen(String alertId) {
        return of(DecisionKind.REOPEN, new Target.OfAlert(alertId), null, null, null, null, null);
    }

    Decision assign(String alertId, String whom) {
        return of(DecisionKind.ASSIGN, new Target.OfAlert(alertId), null, null, whom, null, null);
    }

    Decision note(String alertId) {
        return of(DecisionKind.NOTE, new Target.OfAlert(alertId), "店铺已联系 <b>", null, null, null, null);
    }

    Decision close(String alertId, Outcome outcome) {
        return of(DecisionKind.CLOSE, new Target.OfAlert(alertId), null, outcome, null, null, null);
    }

    Decision mute(String ruleCode, String shop, Duration length) {
        Target target = Targets.ofMute(ruleCode, "SHOP", shop);
        return of(DecisionKind.MUTE, target, "stock-taking", null, null, now() + 1000 + length.toMillis(), null);
    }

    Decision unmute(String ruleCode, String shop) {
        return of(DecisionKind.UNMUTE, Targets.ofMute(ruleCode, "SHOP", shop), null, null, null, null, null);
    }

    Decision undo(Decision decision) {
        return of(DecisionKind.UNDO, decision.target(), null, null, null, null, decision.decisionId());
    }

    private long now() {
        return made * 1000L;
    }

    private Decision of(
            DecisionKind kind,
            Target target,
            String text,
            Outcome outcome,
            String assignee,
            Long until,
            String undoes) {
        made++;
        return new Decision("d" + made, kind, target, "li", now(), text, outcome, assignee, until, undoes);
    }
}
