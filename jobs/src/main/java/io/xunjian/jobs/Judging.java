package io.xunjian.jobs;

import io.xunjian.connectors.Admission;
import io.xunjian.connectors.Received;
import io.xunjian.functions.CodecType;
import io.xunjian.functions.Greatest;
import io.xunjian.functions.Judge;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.json.LateEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * The graph: records in, alerts out. The live run and the backtest are this one; they differ in their sources and sinks,
 * and in whether there is a horizon.
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
    private static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", CodecType.of(DeadLetter.class, DeadLetter.CODEC));

    /** What comes out. */
    public record Found(
            DataStream<Alert> alerts, DataStream<LateEvent> lateEvents, DataStream<DeadLetter> deadLetters) {}

    private final RuleBook book;
    private final long allowedLateness;

    /**
     * Makes a graph.
     *
     * @param allowedLateness ms of event time for which a late fact still corrects a verdict
     */
    public Judging(RuleBook book, long allowedLateness) {
        this.book = book;
        this.allowedLateness = allowedLateness;
    }

    /** Judges as time passes, without end. */
    public Found live(DataStream<Received> records) {
        return in(records, Instants.NEVER, true);
    }

    /**
     * Judges a bounded input as of a horizon.
     *
     * @param until epoch ms; {@link Instants#NEVER} for the greatest event time of the input
     */
    public Found bounded(DataStream<Received> records, long until) {
        return in(records, until, false);
    }

    private Found in(DataStream<Received> records, long until, boolean isLive) {
        SingleOutputStreamOperator<Event> events = records.process(new Admission(until, DEAD_LETTERS))
                .returns(EVENT)
                .name("admission")
                .uid("admission");
        BroadcastStream<Long> horizon =
                (isLive || until != Instants.NEVER ? given(records, until) : found(events)).broadcast(Judge.HORIZON);
        List<SingleOutputStreamOperator<Alert>> judges = new ArrayList<>();
        List<DataStream<Event>> signals = new ArrayList<>();
        for (RulesOfKind<?> rules : Rules.byKind()) {
            SingleOutputStreamOperator<Alert> judge = judge(rules, inputOf(rules.kind(), events, signals), horizon);
            judges.add(judge);
            if (!rules.kind().takesFindings()) {
                signals.add(judge.getSideOutput(Judge.SIGNALS));
            }
        }
        return new Found(
                union(judges),
                union(judges.stream()
                        .map(judge -> judge.getSideOutput(Judge.LATE))
                        .toList()),
                events.getSideOutput(DEAD_LETTERS));
    }

    private static DataStream<Event> inputOf(
            FactKind<?> kind, DataStream<Event> events, List<DataStream<Event>> signals) {
        List<DataStream<Event>> inputs = new ArrayList<>();
        if (!kind.streams().isEmpty()) {
            inputs.add(events);
        }
        if (kind.takesFindings()) {
            inputs.addAll(signals);
        }
        return union(inputs);
    }

    private <F> SingleOutputStreamOperator<Alert> judge(
            RulesOfKind<F> rules, DataStream<Event> events, BroadcastStream<Long> horizon) {
        FactKind<F> kind = rules.kind();
        return events.filter(event -> kind.keyOf(event) != null)
                .name("facts of " + kind.name())
                .uid("facts-" + kind.name())
                .keyBy(kind::keyOf, Types.STRING)
                .connect(horizon)
                .process(new Judge<>(rules, book, allowedLateness), ALERT)
                .name("judge " + kind.name())
                .uid("judge-" + kind.name());
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
