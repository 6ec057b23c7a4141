package io.xunjian.jobs;

import io.xunjian.connectors.Admission;
import io.xunjian.connectors.Received;
import io.xunjian.connectors.Unwaited;
import io.xunjian.functions.CodecType;
import io.xunjian.functions.Greatest;
import io.xunjian.functions.Judge;
import io.xunjian.functions.JudgeSettings;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.RuleBook;
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
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;
import org.apache.flink.util.OutputTag;

/**
 * The graph: records in, alerts out. The live run and the backtest are this one; they differ in their sources and sinks,
 * and in whether there is a horizon. A live run has a source for each stream, so that a rule waits for the streams that it
 * rests on and for no other.
 *
 * <pre>
 * records ─► admission ─► keyBy ─► judge orders, … ─► keyBy ─► judge shops, … ─► alerts
 *                │                      └────────────────┴─► late events
 *                └─► dead letters
 * </pre>
 */
public final class Judging {

    public static final TypeInformation<Received> RECEIVED = CodecType.of(Received.class, Received.CODEC);

    private static final TypeInformation<Event> EVENT = CodecType.of(Event.class, Event.CODEC);
    private static final TypeInformation<Alert> ALERT = CodecType.of(Alert.class, Alert.CODEC);
    private static final TypeInformation<AlertRecord> ALERT_RECORD = CodecType.of(AlertRecord.class, AlertRecord.CODEC);
    private static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", CodecType.of(DeadLetter.class, DeadLetter.CODEC));

    /** What comes out. */
    public record Found(
            DataStream<AlertRecord> alerts, DataStream<LateEvent> lateEvents, DataStream<DeadLetter> deadLetters) {}

    /** The events of some streams; {@code suffix} ends the uids of what is done to them. */
    private record Admitted(Set<Stream> streams, String suffix, SingleOutputStreamOperator<Event> events) {

        boolean isFor(FactKind<?> kind) {
            return !Collections.disjoint(streams, kind.streams());
        }
    }

    private final RuleBook book;
    private final JudgeSettings settings;

    public Judging(RuleBook book, JudgeSettings settings) {
        this.book = book;
        this.settings = settings;
    }

    /**
     * Judges as time passes, without end.
     *
     * @param records of each stream
     * @param expected the streams that verdicts wait for; another is waited for only where a rule rests on no expected one
     */
    public Found live(Map<Stream, DataStream<Received>> records, Set<Stream> expected) {
        List<Admitted> admitted = new ArrayList<>();
        records.forEach((stream, ofStream) ->
                admitted.add(admit(EnumSet.of(stream), "-" + stream.topic(), ofStream, Instants.NEVER)));
        DataStream<Long> never = given(records.get(Stream.ORDERS), Instants.NEVER);
        return judge(admitted, expected, never.broadcast());
    }

    /**
     * Judges a bounded input as of a horizon.
     *
     * @param records of all streams
     * @param until epoch ms; {@link Instants#NEVER} for the greatest event time of the input
     */
    public Found bounded(DataStream<Received> records, long until) {
        Admitted admitted = admit(EnumSet.allOf(Stream.class), "", records, until);
        DataStream<Long> horizon = until == Instants.NEVER ? found(admitted.events) : given(records, until);
        return judge(List.of(admitted), admitted.streams, horizon.broadcast());
    }

    /** As many subtasks as the records come from: they stay in one chain with their source. */
    private static Admitted admit(Set<Stream> streams, String suffix, DataStream<Received> records, long until) {
        SingleOutputStreamOperator<Event> events = records.process(new Admission(until, DEAD_LETTERS))
                .returns(EVENT)
                .setParallelism(records.getParallelism())
                .name("admission")
                .uid("admission" + suffix);
        return new Admitted(streams, suffix, events);
    }

    private Found judge(List<Admitted> admitted, Set<Stream> expected, DataStream<Long> horizon) {
        List<SingleOutputStreamOperator<Alert>> judges = new ArrayList<>();
        List<DataStream<AlertRecord>> alerts = new ArrayList<>();
        Map<String, DataStream<Event>> signals = new HashMap<>();
        for (RulesOfKind<?> rules : Rules.byKind()) {
            FactKind<?> kind = rules.kind();
            List<DataStream<Event>> inputs = new ArrayList<>();
            for (Admitted some : admitted) {
                if (some.isFor(kind)) {
                    inputs.add(facts(kind, some, expected));
                }
            }
            for (String code : kind.findings()) {
                inputs.add(facts(kind, signals.get(code), '-' + code));
            }
            SingleOutputStreamOperator<Alert> judge = judge(rules, union(inputs), horizon);
            judges.add(judge);
            alerts.add(records(kind, judge));
            rules.rules().forEach(rule -> signals.put(rule.code(), judge.getSideOutput(Judge.SIGNALS)));
        }
        return new Found(
                union(alerts),
                union(judges.stream()
                        .map(judge -> judge.getSideOutput(Judge.LATE))
                        .toList()),
                union(admitted.stream()
                        .map(some -> some.events.getSideOutput(DEAD_LETTERS))
                        .toList()));
    }

    private static DataStream<Event> facts(FactKind<?> kind, Admitted some, Set<Stream> expected) {
        DataStream<Event> facts = facts(kind, some.events, some.suffix);
        boolean isWaitedFor =
                !Collections.disjoint(some.streams, expected) || Collections.disjoint(Rules.streams(kind), expected);
        return isWaitedFor
                ? facts
                : facts.transform("not waited for", EVENT, new Unwaited<>())
                        .setParallelism(some.events.getParallelism())
                        .uid("unwaited-" + kind.name() + some.suffix);
    }

    /** Those of the events that are facts of a kind, in one chain with where they come from. */
    private static DataStream<Event> facts(FactKind<?> kind, DataStream<Event> events, String suffix) {
        return events.filter(event -> kind.keyOf(event) != null)
                .setParallelism(events.getParallelism())
                .name("facts of " + kind.name())
                .uid("facts-" + kind.name() + suffix);
    }

    @SuppressWarnings("unchecked") // it was made a line before
    private <F> SingleOutputStreamOperator<Alert> judge(
            RulesOfKind<F> rules, DataStream<Event> events, DataStream<Long> horizon) {
        FactKind<F> kind = rules.kind();
        SingleOutputStreamOperator<Alert> judge = events.keyBy(kind::keyOf, Types.STRING)
                .connect(horizon)
                .transform("judge " + kind.name(), ALERT, new Judge<>(rules, book, settings))
                .uid("judge-" + kind.name());
        // connect() keys an operator where both of its inputs are keyed; this one's second is broadcast
        TwoInputTransformation<Event, Long, Alert> keyed =
                (TwoInputTransformation<Event, Long, Alert>) judge.getTransformation();
        keyed.setStateKeySelectors(kind::keyOf, null);
        keyed.setStateKeyType(Types.STRING);
        return judge;
    }

    /** In one chain with the judge. */
    private static DataStream<AlertRecord> records(FactKind<?> kind, SingleOutputStreamOperator<Alert> judge) {
        return judge.map(new Recording())
                .returns(ALERT_RECORD)
                .name("alerts of " + kind.name())
                .uid("alerts-of-" + kind.name());
    }

    /** A horizon that is known from the start; a live run has the one that never comes. */
    private static DataStream<Long> given(DataStream<Received> records, long until) {
        return records.getExecutionEnvironment()
                .fromData(Types.LONG, until)
                .name("horizon")
                .uid("horizon")
                .setParallelism(1);
    }

    /** The greatest event time, once all events are read. */
    private static DataStream<Long> found(DataStream<Event> events) {
        return events.transform("latest event", Types.LONG, new Greatest<>(Event::eventTime))
                .uid("latest-event")
                .transform("latest of all", Types.LONG, new Greatest<Long>(instant -> instant))
                .uid("latest-of-all")
                .setParallelism(1);
    }

    private static <T, S extends DataStream<T>> DataStream<T> union(List<S> streams) {
        DataStream<T> all = streams.get(0);
        for (S stream : streams.subList(1, streams.size())) {
            all = all.union(stream);
        }
        return all;
    }
}
