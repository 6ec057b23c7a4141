package io.xunjian.functions;

import static io.xunjian.rules.Instants.NEVER;

import io.xunjian.rules.Differences;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.json.LateEvent;
import java.util.List;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Judges the keys of one kind of facts by every rule over that kind. An event is joined to its key's facts; then, and at
 * the instant that the rules asked for, they are judged as of the watermark, and what differs from what was said before is
 * emitted: a new alert, a cure, a revocation. Arrival order and redelivery do not matter; what happens after the watermark
 * is kept, not used.
 *
 * <p>Key: the kind's. State: {@link Held} in {@code held}, the horizon in broadcast state, and in operator state how far
 * the watermark was, as Flink's own begins anew after a restore. Timers: one a key, at the
 * next look or when the key is forgotten; a timer that is too early looks and is set anew. A key is forgotten when nothing
 * can change its verdict any more and {@code allowedLateness} has passed; a fact that comes after that, or for what was
 * pruned, is emitted as late. A watermark at the end of time is the end of the input and no passage of time: each key is
 * judged at the horizon, where there is one, and forgotten.
 *
 * <p>In batch mode the watermark stands still until a key's last event, and each key is judged once.
 */
public final class Judge<F> extends KeyedBroadcastProcessFunction<String, Event, Long, Alert>
        implements CheckpointedFunction {

    /**
     * The broadcast state that holds the horizon: the instant in epoch ms up to which the run judges, {@link
     * Instants#NEVER} for a live run.
     */
    public static final MapStateDescriptor<String, Long> HORIZON =
            new MapStateDescriptor<>("horizon", Types.STRING, Types.LONG);

    /** What rules over other rules' findings are told. */
    public static final OutputTag<Event> SIGNALS = new OutputTag<>("signals", CodecType.of(Event.class, Event.CODEC));

    public static final OutputTag<LateEvent> LATE =
            new OutputTag<>("late-events", CodecType.of(LateEvent.class, LateEvent.CODEC));

    /** The timer of a key that time alone changes no more: it fires when the input ends. */
    private static final long END_OF_INPUT = NEVER - 1;

    /** The accumulator that says what the horizon was. */
    public static final String HORIZON_COUNTER = "horizon";

    private static final String UNTIL = "until";

    /** Before the first look at a key. */
    private static final long NOT_YET = -1;

    private final RulesOfKind<F> rules;
    private final RuleBook book;
    private final long allowedLateness;

    private transient FactKind<F> kind;
    private transient boolean areHeard;
    private transient ValueState<Held<F>> state;
    private transient Tallies tallies;
    private transient LongMaximum horizons;
    private transient ListState<Long> reached;

    /** Epoch ms up to which all is known: the watermark, or where it was before a restore. */
    private transient long watermark;

    /**
     * Makes a judge.
     *
     * @param allowedLateness ms of event time
     */
    public Judge(RulesOfKind<F> rules, RuleBook book, long allowedLateness) {
        this.rules = rules;
        this.book = book;
        this.allowedLateness = allowedLateness;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void open(OpenContext openContext) {
        kind = rules.kind();
        areHeard = Rules.areHeard(rules);
        Class<Held<F>> type = (Class<Held<F>>) (Class<?>) Held.class;
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("held", CodecType.of(type, Held.codec(rules.kind()))));
        tallies = new Tallies(getRuntimeContext(), kind);
        horizons = new LongMaximum();
        getRuntimeContext().addAccumulator(HORIZON_COUNTER, horizons);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        reached = context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>("watermark", Types.LONG));
        long least = NEVER;
        for (long instant : reached.get()) {
            least = Math.min(least, instant);
        }
        watermark = least == NEVER ? Instants.BEFORE_ALL : least;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        reached.update(watermark == Instants.BEFORE_ALL ? List.of() : List.of(watermark));
    }

    @Override
    public void processBroadcastElement(Long horizon, Context context, Collector<Alert> out) throws Exception {
        context.getBroadcastState(HORIZON).put(UNTIL, horizon);
        horizons.add(horizon);
    }

    @Override
    public void processElement(Event event, ReadOnlyContext context, Collector<Alert> out) throws Exception {
        Held<F> held = state.value();
        watermark = Math.max(watermark, context.currentWatermark());
        if (held != null && kind.contains(held.facts(), event)) {
            tallies.count(event, Count.DUPLICATES);
            return;
        }
        if (isLate(event, held)) {
            tallies.count(event, Count.LATE);
            context.output(LATE, new LateEvent(event, kind.name(), kind.keyOf(event), watermark));
            return;
        }
        tallies.count(event, Count.USED);
        F fact = kind.of(event);
        Held<F> now = held == null
                ? new Held<>(fact, List.of(), NEVER, NOT_YET)
                : new Held<>(kind.join(held.facts(), fact), held.said(), held.timer(), held.lookedAt());
        if (watermark == Instants.BEFORE_ALL) {
            long first = Math.min(now.timer(), event.eventTime());
            hold(new Held<>(now.facts(), now.said(), first, NOT_YET), now.timer(), context.timerService());
        } else {
            look(kind.keyOf(event), now, asOf(context.getBroadcastState(HORIZON)), context, out);
        }
    }

    /** A finding is told when it is found, however long ago it was raised; only its revocation can come too late. */
    private boolean isLate(Event event, Held<F> held) {
        if (held != null) {
            return event.eventTime() <= kind.prunedTo(held.facts());
        }
        return event.finding() == null
                ? event.eventTime() <= Instants.minus(watermark, allowedLateness)
                : !event.finding().stands();
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out) throws Exception {
        Held<F> held = state.value();
        Held<F> untimed = new Held<>(held.facts(), held.said(), NEVER, held.lookedAt());
        if (context.currentWatermark() != Watermark.MAX_WATERMARK.getTimestamp()) {
            watermark = Math.max(watermark, context.currentWatermark());
            look(context.getCurrentKey(), untimed, asOf(context.getBroadcastState(HORIZON)), context, out);
            return;
        }
        Long until = context.getBroadcastState(HORIZON).get(UNTIL);
        if (until != null && until != NEVER) {
            say(context.getCurrentKey(), untimed, until, context, out);
        }
        state.clear();
    }

    private long asOf(ReadOnlyBroadcastState<String, Long> horizon) throws Exception {
        Long until = horizon.get(UNTIL);
        return until == null ? watermark : Math.min(watermark, until);
    }

    /** Judges, says what is new, and sees to it that the key is looked at again, or forgets it. */
    private void look(String key, Held<F> held, long now, ReadOnlyContext context, Collector<Alert> out)
            throws Exception {
        long asOf = Math.max(now, held.lookedAt());
        Said said = say(key, held, asOf, context, out);
        long forgetAt = Instants.plus(said.verdict().settledAt(), allowedLateness);
        long next = Math.min(said.verdict().nextLook(), forgetAt);
        if (next == forgetAt && forgetAt <= asOf) {
            forget(held.timer(), context.timerService());
            return;
        }
        F facts = kind.prune(held.facts(), Instants.minus(asOf, allowedLateness), book);
        boolean isBeyondHorizon = next <= watermark; // nothing more is due; a timer there would fire for ever
        long timer = Math.min(held.timer(), isBeyondHorizon ? END_OF_INPUT : Math.min(next, END_OF_INPUT));
        hold(new Held<>(facts, said.findings(), timer, asOf), held.timer(), context.timerService());
    }

    /** What was judged, and all that was said of the key by now. */
    private record Said(Verdict verdict, List<Finding> findings) {}

    private Said say(String key, Held<F> held, long asOf, ReadOnlyContext context, Collector<Alert> out) {
        Verdict verdict = rules.judge(key, held.facts(), asOf, book);
        Differences differences = Differences.between(held.said(), verdict.findings(), kind.prunedTo(held.facts()));
        for (Differences.Change change : differences.changes()) {
            if (Rules.isBreach(change.now())) {
                out.collect(Rules.alert(change.now(), book));
            }
            if (areHeard) {
                change.signals().forEach(signal -> context.output(SIGNALS, Event.of(signal)));
            }
        }
        return new Said(verdict, differences.said());
    }

    private void hold(Held<F> held, long timerBefore, TimerService timers) throws Exception {
        if (held.timer() != timerBefore) {
            if (timerBefore != NEVER) {
                timers.deleteEventTimeTimer(timerBefore);
            }
            timers.registerEventTimeTimer(held.timer());
        }
        state.update(held);
    }

    private void forget(long timer, TimerService timers) {
        if (timer != NEVER) {
            timers.deleteEventTimeTimer(timer);
        }
        state.clear();
    }
}
