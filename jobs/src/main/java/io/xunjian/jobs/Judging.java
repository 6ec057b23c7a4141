package io.xunjian.jobs;

import io.xunjian.connectors.Received;
import io.xunjian.connectors.Unwaited;
import io.xunjian.functions.Control;
import io.xunjian.functions.Judge;
import io.xunjian.functions.JudgeSettings;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.StartingBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.AlertRecord;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.json.LateEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The graph of a run that judges as time passes: records in, alerts out; without end over Kafka, or over files. A live run has a source for each stream, so that a rule waits for the streams that it
 * rests on and for no other.
 *
 * <pre>
 * records ─► admission ─► keyBy ─► judge orders, … ─► keyBy ─► judge shops, … ─► alerts
 *                │                      └────────────────┴─► late events
 *                └─► dead letters
 * </pre>
 */
public final class Judging {

    /** What comes out; {@code shadowAlerts} is {@code null} where no version of any rule is a shadow. */
    public record Found(
            DataStream<AlertRecord> alerts,
            DataStream<AlertRecord> shadowAlerts,
            DataStream<LateEvent> lateEvents,
            DataStream<DeadLetter> deadLetters) {}

    /** The events of some streams; {@code suffix} ends the uids of what is done to them. */
    private record Admitted(Set<Stream> streams, String suffix, SingleOutputStreamOperator<Event> events) {

        boolean isFor(FactKind<?> kind) {
            return !Collections.disjoint(streams, kind.streams());
        }
    }

    private final StartingBook book;
    private final JudgeSettings settings;
    private final Set<String> rulesOnly;
    private final List<RulesOfKind<?>> kinds;

    /** Judges by all rules. */
    public Judging(StartingBook book, JudgeSettings settings) {
        this(book, settings, Set.of());
    }

    /** @param rulesOnly the codes of rules to judge by; none for all */
    Judging(StartingBook book, JudgeSettings settings, Set<String> rulesOnly) {
        this.book = book;
        this.settings = settings;
        this.rulesOnly = rulesOnly;
        this.kinds = rulesOnly.isEmpty() ? Rules.byKind() : Rules.byKind(rulesOnly);
    }

    /**
     * Judges as time passes, without end.
     *
     * @param records of each stream
     * @param expected the streams that verdicts wait for; another is waited for only where a rule rests on no expected one
     * @param rules files that are taken meanwhile; empty where none can be
     */
    public Found live(
            Map<Stream, DataStream<Received>> records, Set<Stream> expected, Optional<DataStream<Announcement>> rules)
            throws BookRejected {
        List<Admitted> admitted = new ArrayList<>();
        records.forEach((stream, ofStream) ->
                admitted.add(admit(EnumSet.of(stream), "-" + stream.topic(), ofStream, Instants.NEVER)));
        DataStream<Control> never = Streams.control(Streams.given(records.get(Stream.ORDERS), Instants.NEVER));
        DataStream<Control> control = rules.map(taken -> never.union(taken.map(Control::rule)
                        .returns(Streams.CONTROL)
                        .setParallelism(1)
                        .name("control by rules")
                        .uid("control-rules")))
                .orElse(never);
        return judge(admitted, expected, control.broadcast());
    }

    /**
     * Judges a bounded input as of a horizon.
     *
     * @param records of all streams
     * @param until epoch ms; {@link Instants#NEVER} for the greatest event time of the input
     */
    public Found bounded(DataStream<Received> records, long until) throws BookRejected {
        Admitted admitted = admit(EnumSet.allOf(Stream.class), "", records, until);
        DataStream<Long> horizon =
                until == Instants.NEVER ? Streams.found(admitted.events) : Streams.given(records, until);
        return judge(
                List.of(admitted), admitted.streams, Streams.control(horizon).broadcast());
    }

    private static Admitted admit(Set<Stream> streams, String suffix, DataStream<Received> records, long until) {
        return new Admitted(streams, suffix, Streams.admit(records, until, suffix));
    }

    private Found judge(List<Admitted> admitted, Set<Stream> expected, DataStream<Control> control)
            throws BookRejected {
        Map<FactKind<?>, List<DataStream<Event>>> facts = new HashMap<>();
        for (RulesOfKind<?> rules : kinds) {
            FactKind<?> kind = rules.kind();
            facts.put(
                    kind,
                    admitted.stream()
                            .filter(some -> some.isFor(kind))
                            .map(some -> facts(kind, some, expected))
                            .toList());
        }
        Judges judges = new Judges(facts, control, book, settings);
        judges.judge(kinds);
        RuleBook whole = book.whole(Rules.ALL);
        List<DataStream<AlertRecord>> alerts = judges.judged().entrySet().stream()
                .map(judge -> records(judge.getKey(), wanted(judge.getKey(), judge.getValue())))
                .toList();
        return new Found(
                Streams.union(alerts),
                whole.hasShadows() ? shadowAlerts(judges, whole) : null,
                Streams.union(judges.judged().values().stream()
                        .map(judge -> judge.getSideOutput(Judge.LATE))
                        .toList()),
                Streams.union(admitted.stream()
                        .map(some -> some.events.getSideOutput(Streams.DEAD_LETTERS))
                        .toList()));
    }

    /** What shadow versions find, and nothing else: their judges stand beside the others, over the same facts. */
    private DataStream<AlertRecord> shadowAlerts(Judges judges, RuleBook whole) {
        Set<String> wanted = rulesOnly;
        List<RulesOfKind<?>> shadowed = kinds.stream()
                .filter(rules -> rules.rules().stream()
                        .flatMap(judgement -> Rules.restingOn(judgement).stream())
                        .anyMatch(rule -> whole.hasShadows(rule.code())))
                .toList();
        Judges shadows = judges.besides();
        shadows.judgeShadows(shadowed);
        return Streams.union(shadows.judged().values().stream()
                        .<DataStream<Alert>>map(judge -> judge)
                        .toList())
                .filter(alert -> isWanted(alert, wanted))
                .name("of shadow versions")
                .uid("of-shadow-versions")
                .map(AlertRecord::of)
                .returns(Streams.ALERT_RECORD)
                .name("alerts of shadow versions")
                .uid("alerts-of-shadow-versions");
    }

    private static DataStream<Event> facts(FactKind<?> kind, Admitted some, Set<Stream> expected) {
        DataStream<Event> facts = Streams.facts("", kind, some.events, some.suffix);
        boolean isWaitedFor =
                !Collections.disjoint(some.streams, expected) || Collections.disjoint(Rules.streams(kind), expected);
        return isWaitedFor
                ? facts
                : facts.transform("not waited for", Streams.EVENT, new Unwaited<>())
                        .setParallelism(some.events.getParallelism())
                        .uid("unwaited-" + kind.name() + some.suffix);
    }

    /** A rule that others rest on is judged for their sake; where only they are wanted, its own alerts are not told. */
    private DataStream<Alert> wanted(FactKind<?> kind, DataStream<Alert> alerts) {
        Set<String> wanted = rulesOnly;
        return wanted.isEmpty()
                ? alerts
                : alerts.filter(alert -> isWanted(alert, wanted))
                        .name("wanted of " + kind.name())
                        .uid("wanted-" + kind.name());
    }

    private static boolean isWanted(Alert alert, Set<String> wanted) {
        return wanted.isEmpty() || wanted.contains(alert.finding().ruleCode());
    }

    /** In one chain with the judge. */
    private static DataStream<AlertRecord> records(FactKind<?> kind, DataStream<Alert> judge) {
        return judge.map(new Recording())
                .returns(Streams.ALERT_RECORD)
                .name("alerts of " + kind.name())
                .uid("alerts-of-" + kind.name());
    }
}
