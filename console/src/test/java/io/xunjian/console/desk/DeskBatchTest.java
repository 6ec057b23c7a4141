package io.xunjian.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeskBatchTest {

    private static final Target A = new Target.OfAlert("A");

    private final DeskBatch batch = new DeskBatch(Map.of(), List.of());
    private long offset;

    @Test
    void anAlertIsAcknowledgedClosedAndReopened() {
        assertThat(after(plain("1", DecisionKind.ACKNOWLEDGE))).isEqualTo("ACKNOWLEDGED null null");
        assertThat(after(close("2", Outcome.CONFIRMED))).isEqualTo("CLOSED null CONFIRMED");
        assertThat(after(close("3", Outcome.OVERTURNED))).isEqualTo("CLOSED null OVERTURNED");
        assertThat(after(plain("4", DecisionKind.REOPEN))).isEqualTo("NEW null null");
        assertThat(effects()).containsExactly("APPLIED", "APPLIED", "APPLIED", "APPLIED");
    }

    @Test
    void whatChangesNothingIsKeptWithoutEffect() {
        after(plain("1", DecisionKind.REOPEN));
        after(plain("2", DecisionKind.UNACKNOWLEDGE));
        after(assign("3", null));
        after(close("4", Outcome.CONFIRMED));
        after(close("5", Outcome.CONFIRMED));
        after(plain("6", DecisionKind.ACKNOWLEDGE));

        assertThat(effects()).containsExactly("NONE", "NONE", "NONE", "APPLIED", "NONE", "NONE");
    }

    @Test
    void undoingPutsBackWhatStoodBefore() {
        after(assign("1", "li"));
        after(close("2", Outcome.FALSE_POSITIVE));

        assertThat(after(undo("3", "2"))).isEqualTo("NEW li null");
        assertThat(after(undo("4", "1"))).isEqualTo("NEW null null");
        assertThat(effects()).containsExactly("UNDONE", "UNDONE", "APPLIED", "APPLIED");
    }

    @Test
    void whatWasChangedSinceIsNotUndone() {
        after(plain("1", DecisionKind.ACKNOWLEDGE));
        after(assign("2", "li"));

        assertThat(after(undo("3", "1"))).isEqualTo("ACKNOWLEDGED li null");
        assertThat(effects()).containsExactly("APPLIED", "APPLIED", "NONE");
    }

    @Test
    void aDecisionIsUndoneOnce() {
        after(plain("1", DecisionKind.ACKNOWLEDGE));
        after(undo("2", "1"));
        after(undo("3", "1"));
        after(undo("4", "2"));
        after(undo("5", "never made"));

        assertThat(effects()).containsExactly("UNDONE", "APPLIED", "NONE", "NONE", "NONE");
    }

    @Test
    void aNoteNeitherBlocksAnUndoNorIsBlocked() {
        after(plain("1", DecisionKind.ACKNOWLEDGE));
        after(note("2"));
        after(undo("3", "1"));
        after(plain("4", DecisionKind.ACKNOWLEDGE));
        after(undo("5", "2"));

        assertThat(effects()).containsExactly("UNDONE", "UNDONE", "APPLIED", "APPLIED", "APPLIED");
        assertThat(batch.changed().get(A)).isEqualTo(new AlertDesk(DeskState.ACKNOWLEDGED, null, null, 4L, "4"));
    }

    @Test
    void undoingAMutePutsTheOneBeforeBack() {
        Target.OfMute mute = Targets.ofMute("LATE", "SHOP", "S1");
        batch.add(0, offset++, mute("1", mute, 1000));
        batch.add(0, offset++, mute("2", mute, 2000));
        batch.add(0, offset++, undo("3", "2").of(mute));

        assertThat(batch.changed().get(mute)).isEqualTo(new Mute(1000, "why", "li", 1L, "1"));
    }

    @Test
    void decisionsOfOtherTargetsDoNotMatter() {
        after(plain("1", DecisionKind.ACKNOWLEDGE));
        batch.add(0, offset++, plain("2", DecisionKind.ACKNOWLEDGE).of(new Target.OfAlert("B")));

        assertThat(after(undo("3", "1"))).isEqualTo("NEW null null");
    }

    private String after(Decision decision) {
        batch.add(0, offset++, decision);
        AlertDesk desk = (AlertDesk) batch.changed().getOrDefault(A, AlertDesk.UNTOUCHED);
        return desk.state() + " " + desk.assignee() + " " + desk.outcome();
    }

    private List<String> effects() {
        List<Recorded> recorded = new ArrayList<>(batch.added());
        batch.undone().forEach(undone -> recorded.set((int) undone.offset(), undone));
        return recorded.stream().map(one -> one.effect().name()).toList();
    }

    private static Decision plain(String id, DecisionKind kind) {
        return new Decision(id, kind, A, "li", Long.parseLong(id), null, null, null, null, null);
    }

    private static Decision close(String id, Outcome outcome) {
        return new Decision(id, DecisionKind.CLOSE, A, "li", Long.parseLong(id), null, outcome, null, null, null);
    }

    private static Decision assign(String id, String whom) {
        return new Decision(id, DecisionKind.ASSIGN, A, "li", Long.parseLong(id), null, null, whom, null, null);
    }

    private static Decision note(String id) {
        return new Decision(id, DecisionKind.NOTE, A, "li", Long.parseLong(id), "seen", null, null, null, null);
    }

    private static Decision undo(String id, String undoes) {
        return new Decision(id, DecisionKind.UNDO, A, "li", Long.parseLong(id), null, null, null, null, undoes);
    }

    private static Decision mute(String id, Target.OfMute target, long until) {
        return new Decision(id, DecisionKind.MUTE, target, "li", Long.parseLong(id), "why", null, null, until, null);
    }
}
