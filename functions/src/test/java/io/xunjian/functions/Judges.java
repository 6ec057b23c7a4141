package io.xunjian.functions;

import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.json.LateEvent;
import io.xunjian.rules.testing.EventJson;
import io.xunjian.rules.testing.NetAlert;
import java.util.ArrayList;
import java.util.List;

/** Every judge, one behind the other as in the graph: what one signals, the next hears before the watermark moves on. */
final class Judges implements AutoCloseable {

    /** What arrives: an event, or a rule file, or, where both are {@code null}, a watermark. */
    record Step(Event event, Announcement rule, long watermark) {

        static Step of(Event event) {
            return new Step(event, null, 0);
        }

        static Step rule(Announcement rule) {
            return new Step(null, rule, 0);
        }

        static Step watermark(long instant) {
            return new Step(null, null, instant);
        }

        boolean isWatermark() {
            return event == null && rule == null;
        }

        @Override
        public String toString() {
            return event != null ? EventJson.line(event) : rule != null ? "rule" : "watermark " + watermark;
        }
    }

    private final List<JudgeHarness.Setup> setups;
    private final List<JudgeHarness> first = new ArrayList<>();
    private final List<JudgeHarness> overFindings = new ArrayList<>();

    Judges(RuleBook book, long allowedLateness, JudgeHarness.Backend backend) throws Exception {
        setups = Rules.byKind().stream()
                .map(rules -> new JudgeHarness.Setup(rules, book, allowedLateness, backend))
                .toList();
        for (JudgeHarness.Setup setup : setups) {
            add(setup.start(), setup.rules());
        }
    }

    /** Begins from what these hold. */
    private Judges(Judges before) throws Exception {
        setups = before.setups;
        List<JudgeHarness> all = before.all();
        for (int i = 0; i < all.size(); i++) {
            add(
                    setups.get(i).restored(all.get(i).snapshot(), 1, 0),
                    setups.get(i).rules());
        }
    }

    private void add(JudgeHarness judge, RulesOfKind<?> rules) {
        (rules.kind().takesFindings() ? overFindings : first).add(judge);
    }

    /** Others that go on from a snapshot of these. */
    Judges restored() throws Exception {
        return new Judges(this);
    }

    Judges take(List<Step> steps) throws Exception {
        for (Step step : steps) {
            if (step.event != null) {
                arrive(step.event);
            } else if (step.rule != null) {
                rule(step.rule);
            } else {
                watermark(step.watermark);
            }
        }
        return this;
    }

    Judges arrive(Event event) throws Exception {
        for (JudgeHarness judge : all()) {
            judge.arrive(event);
        }
        return tell();
    }

    Judges watermark(long instant) throws Exception {
        for (JudgeHarness judge : first) {
            judge.watermark(instant);
        }
        tell();
        for (JudgeHarness judge : overFindings) {
            judge.watermark(instant);
        }
        return this;
    }

    Judges horizon(long instant) throws Exception {
        for (JudgeHarness judge : all()) {
            judge.horizon(instant);
        }
        return this;
    }

    Judges rule(Announcement rule) throws Exception {
        for (JudgeHarness judge : all()) {
            judge.rule(rule);
        }
        return tell();
    }

    Judges end() throws Exception {
        return watermark(Long.MAX_VALUE);
    }

    private Judges tell() throws Exception {
        for (JudgeHarness judge : first) {
            for (Event signal : judge.takeSignals()) {
                for (JudgeHarness taker : overFindings) {
                    taker.arrive(signal);
                }
            }
        }
        return this;
    }

    List<JudgeHarness> all() {
        List<JudgeHarness> all = new ArrayList<>(first);
        all.addAll(overFindings);
        return all;
    }

    /** Every state of an alert that was emitted, those of each alert in order. */
    List<NetAlert> said() {
        return all().stream().flatMap(judge -> judge.said().stream()).toList();
    }

    List<NetAlert> net() {
        return NetAlert.net(said());
    }

    List<LateEvent> late() {
        return all().stream().flatMap(judge -> judge.late().stream()).toList();
    }

    /** What must hold of each judge. */
    @FunctionalInterface
    private interface Condition {
        boolean holds(JudgeHarness judge) throws Exception;
    }

    private boolean each(Condition condition) throws Exception {
        for (JudgeHarness judge : all()) {
            if (!condition.holds(judge)) {
                return false;
            }
        }
        return true;
    }

    /** Whether each key has one timer, once all are stored. */
    boolean isOneTimerAKey() throws Exception {
        return each(judge -> judge.timers() == judge.keys());
    }

    boolean isEmpty() throws Exception {
        return each(judge -> judge.timers() == 0 && judge.entries() == 0);
    }

    /** As {@link #isEmpty}; on RocksDB, where that sees restored timers until their removal is flushed, too. */
    boolean isForgotten() throws Exception {
        return each(judge -> judge.timers() == 0 && judge.keys() == 0);
    }

    @Override
    public void close() throws Exception {
        for (JudgeHarness judge : all()) {
            judge.close();
        }
    }
}
