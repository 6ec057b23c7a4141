package io.xunjian.console.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies decisions in the order of the topic. What one does depends on those about the same target before it and on nothing
 * else: no clock, no role, no alert. So whoever reads the topic comes to the same.
 */
final class DeskBatch {

    private final Map<Target, Standing<?>> standings;
    private final Map<Named, Recorded> earlier = new HashMap<>();
    private final Map<Target, Standing<?>> changed = new LinkedHashMap<>();
    private final List<Recorded> added = new ArrayList<>();
    private final List<Recorded> undone = new ArrayList<>();

    /**
     * Starts from what is there.
     *
     * @param standings of the batch's targets; those of which nothing is known may be absent
     * @param earlier recorded decisions that the batch may undo
     */
    DeskBatch(Map<Target, Standing<?>> standings, Collection<Recorded> earlier) {
        this.standings = new HashMap<>(standings);
        earlier.forEach(this::remember);
    }

    void add(int partition, long offset, Decision decision) {
        Standing<?> before = standings.getOrDefault(decision.target(), untouched(decision.target()));
        boolean applied;
        Standing<?> after = before;
        if (decision.kind() == DecisionKind.NOTE) {
            applied = true;
        } else if (decision.kind() == DecisionKind.UNDO) {
            Recorded taken = earlier.get(new Named(decision.target(), decision.undoes()));
            applied = taken != null && canUndo(taken, before);
            if (applied) {
                after = taken.before() == null ? before : taken.before();
                remember(taken.undone());
                undone.add(taken.undone());
            }
        } else {
            after = before.after(decision);
            applied = !after.equals(before);
        }
        boolean changes = !after.equals(before);
        if (changes) {
            standings.put(decision.target(), after);
            changed.put(decision.target(), after);
        }
        Recorded recorded = new Recorded(
                partition,
                offset,
                decision,
                applied ? Recorded.Effect.APPLIED : Recorded.Effect.NONE,
                changes ? before : null);
        added.add(recorded);
        remember(recorded);
    }

    /** Whether it still is what made its target what it is; a note is undone at any time. */
    static boolean canUndo(Recorded taken, Standing<?> now) {
        if (taken.effect() != Recorded.Effect.APPLIED) {
            return false;
        }
        DecisionKind kind = taken.decision().kind();
        return kind == DecisionKind.NOTE || taken.decision().decisionId().equals(now.lastChange());
    }

    static Standing<?> untouched(Target target) {
        return target instanceof Target.OfMute ? Mute.NONE : AlertDesk.UNTOUCHED;
    }

    /** Of each target that is another than before. */
    Map<Target, Standing<?>> changed() {
        return changed;
    }

    List<Recorded> added() {
        return added;
    }

    /** Those that were applied and are not any more. */
    List<Recorded> undone() {
        return undone;
    }

    private void remember(Recorded recorded) {
        if (recorded.effect() != Recorded.Effect.NONE) {
            Decision decision = recorded.decision();
            earlier.put(new Named(decision.target(), decision.decisionId()), recorded);
        }
    }

    private record Named(Target target, String decisionId) {}
}
