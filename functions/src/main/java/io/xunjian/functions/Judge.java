package io.xunjian.functions;

import static io.xunjian.rules.Instants.NEVER;

import io.xunjian.rules.Differences;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Judgement;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.StartingBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.json.LateEvent;
import java.io.InputStream;
import java.util.List;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.KeyGroupStatePartitionStreamProvider;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Judges the keys of one kind of facts by every rule over that kind. An event is joined to its key's facts; then, and at
 * the instant that the rules asked for, they are judged as of the watermark, and what differs from what was said before is
 * emitted: a new alert, a cure, a revocation. Arrival order and redelivery do not matter; what happens after the watermark
 * is kept, not used.
 *
 * <p>Inputs: events, keyed by the kind's key; {@link Control}, broadcast: the horizon, and rule files that were taken while the
 * job runs. Where a file changes what is judged of keys that are here, each is looked at again. State: {@link Held} of each
 * key, in memory and raw keyed state or in {@code held} ({@link HotKeys}); the horizon and the rule files in broadcast state;
 * and in operator state how far the watermark was, as Flink's own begins anew after a restore. Timers: one a key, at the next look or when the key is forgotten. A key
 * is forgotten when nothing can change its verdict any more and {@code allowedLateness} has passed; a fact that comes after
 * that, or for what was pruned, is emitted as late. A watermark at the end of time is the end of the input and no passage of
 * time: each key is judged at the horizon, where there is one, and forgotten.
 */
public final class Judge<F> extends AbstractStreamOperator<Alert>
        implements TwoInputStreamOperator<Event, Control, Alert>, Triggerable<String, VoidNamespace> {

    /** What rules over other rules' findings are told. */
    public static final OutputTag<Event> SIGNALS = new OutputTag<>("signals", CodecType.of(Event.class, Event.CODEC));

    public static final OutputTag<LateEvent> LATE =
            new OutputTag<>("late-events", CodecType.of(LateEvent.class, LateEvent.CODEC));

    /** The accumulator that says what the horizon was. */
    public static final String HORIZON_COUNTER = "horizon";

    /**
     * The broadcast state that holds the horizon: the instant in epoch ms up to which the run judges, {@link
     * Instants#NEVER} for a live run.
     */
    private static final MapStateDescriptor<String, Long> HORIZON =
            new MapStateDescriptor<>("horizon", Types.STRING, Types.LONG);

    private static final String UNTIL = "until";

    /** The timer of a key that time alone changes no more: it fires when the input ends. */
    private static final long END_OF_INPUT = NEVER - 1;

    /** Before the first look at a key. */
    private static final long NOT_YET = -1;

    private final RulesOfKind<F> rules;
    private final BookInForce book;
    private final JudgeSettings settings;

    private transient FactKind<F> kind;
    private transient boolean areHeard;
    private transient HotKeys<F> keys;
    private transient Tallies tallies;
    private transient JudgeMetrics metered;
    private transient LongMaximum horizons;
    private transient BroadcastState<String, Long> horizon;
    private transient ListState<Long> reached;
    private transient boolean isAtEnd;

    /** Epoch ms of the latest event that came, {@code NEVER} where it is not known. */
    private transient long latestFact;

    /** Epoch ms up to which all is known: the watermark, or where it was before a restore. */
    private transient long watermark;

    private Judge(RulesOfKind<F> rules, BookInForce book, JudgeSettings settings) {
        this.rules = rules;
        this.book = book;
        this.settings = settings;
    }

    /** A judge by the versions in force. */
    public static <F> Judge<F> of(RulesOfKind<F> rules, StartingBook book, JudgeSettings settings) {
        return new Judge<>(rules, new BookInForce(book, false), settings);
    }

    /** A judge by shadow versions as well, which tells what these find and nothing else. */
    public static <F> Judge<F> ofShadows(RulesOfKind<F> rules, StartingBook book, JudgeSettings settings) {
        return new Judge<>(rules, new BookInForce(book, true), settings);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        horizon = context.getOperatorStateStore().getBroadcastState(HORIZON);
        book.open(context.getOperatorStateStore());
        latestFact = context.isRestored() ? NEVER : Instants.BEFORE_ALL;
        reached = context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>("watermark", Types.LONG));
        long least = NEVER;
        for (long instant : reached.get()) {
            least = Math.min(least, instant);
        }
        watermark = least == NEVER ? Instants.BEFORE_ALL : least;
        kind = rules.kind();
        keys = hotKeys(context);
    }

    @Override
    public void open() throws Exception {
        super.open();
        areHeard = Rules.areHeard(rules);
        MetricGroup group = getMetricGroup().addGroup("book", book.name()).addGroup("kind", kind.name());
        tallies = new Tallies(getRuntimeContext(), group, kind);
        metered = new JudgeMetrics(group, rules, book, keys, watermark);
        horizons = new LongMaximum();
        getRuntimeContext().addAccumulator(HORIZON_COUNTER, horizons);
    }

    /** How many keys are in memory and not in the state backend. */
    int keysInMemory() {
        return keys.inMemory();
    }

    @SuppressWarnings("unchecked")
    private HotKeys<F> hotKeys(StateInitializationContext context) throws Exception {
        Class<Held<F>> type = (Class<Held<F>>) (Class<?>) Held.class;
        StoredKeys<F> stored = new StoredKeys<>(
                this.<String>getKeyedStateBackend(),
                context.getKeyedStateStore(),
                new ValueStateDescriptor<>("held", CodecType.of(type, Held.codec(kind))),
                getInternalTimerService("keys", VoidNamespaceSerializer.INSTANCE, this));
        int keyGroups = getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks();
        HotKeys<F> hot = new HotKeys<>(kind, stored, this::due, settings.hotBytes(), keyGroups);
        for (KeyGroupStatePartitionStreamProvider group : context.getRawKeyedStateInputs()) {
            try (InputStream in = group.getStream()) {
                hot.restore(group.getKeyGroupId(), in);
            }
        }
        return hot;
    }

    /** So that Flink does not take it for timers of its own. */
    @Override
    protected boolean isUsingCustomRawKeyedState() {
        return true;
    }

    /** The backend is told of a key when it is asked for one, not at each event. */
    @Override
    @SuppressWarnings("rawtypes") // as in the class that it is from
    public void setKeyContextElement1(StreamRecord record) {}

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        reached.update(watermark == Instants.BEFORE_ALL ? List.of() : List.of(watermark));
        keys.snapshot(context.getRawKeyedOperatorStateOutput());
    }

    @Override
    public void processElement2(StreamRecord<Control> element) throws Exception {
        Control control = element.getValue();
        if (control.rule() == null) {
            horizon.put(UNTIL, control.horizon());
            horizons.add(control.horizon());
            return;
        }
        long changedFrom = book.take(control.rule());
        if (watermark != Instants.BEFORE_ALL && isChanged(changedFrom)) {
            keys.lookAtAll();
        }
    }

    /** Whether what was said of a key here, or when to look at it next, can be another by what changed from there on. */
    private boolean isChanged(long changedFrom) {
        return changedFrom != NEVER
                && (changedFrom <= Math.max(watermark, latestFact)
                        || rules.rules().stream().anyMatch(Judgement::foresees));
    }

    @Override
    public void processElement1(StreamRecord<Event> element) throws Exception {
        Event event = element.getValue();
        latestFact = Math.max(latestFact, event.eventTime());
        String key = kind.keyOf(event);
        Kept<F> known = keys.find(key);
        Held<F> held = known == null ? null : known.held;
        if (held != null && kind.contains(held.facts(), event)) {
            tallies.count(event, Count.DUPLICATES);
            return;
        }
        if (isLate(event, held)) {
            tallies.count(event, Count.LATE);
            emit(LATE, new LateEvent(event, kind.name(), key, watermark), event.eventTime());
            return;
        }
        tallies.count(event, Count.USED);
        F fact = kind.of(event);
        Held<F> now = held == null
                ? new Held<>(fact, List.of(), NEVER, NOT_YET)
                : new Held<>(kind.join(held.facts(), fact), held.said(), held.timer(), held.lookedAt());
        Kept<F> kept = known == null ? keys.add(key) : known;
        if (watermark == Instants.BEFORE_ALL) {
            long first = Math.min(now.timer(), event.eventTime());
            keys.keep(kept, new Held<>(now.facts(), now.said(), first, NOT_YET));
        } else {
            look(kept, now);
        }
    }

    /** A finding is told when it is found, however long ago it was raised; only its revocation can come too late. */
    private boolean isLate(Event event, Held<F> held) {
        if (held != null) {
            return event.eventTime() <= kind.prunedTo(held.facts());
        }
        return event.finding() == null
                ? event.eventTime() <= Instants.minus(watermark, settings.allowedLateness())
                : !event.finding().stands();
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        keys.fired(timer.getKey(), timer.getTimestamp());
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("No verdict depends on the clock");
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        isAtEnd = mark.equals(Watermark.MAX_WATERMARK);
        if (!isAtEnd) {
            watermark = Math.max(watermark, mark.getTimestamp());
            metered.reached(watermark);
        }
        if (timeServiceManager != null) {
            timeServiceManager.advanceWatermark(mark);
        }
        keys.advance(mark.getTimestamp());
        output.emitWatermark(mark);
    }

    private void due(Kept<F> key) throws Exception {
        if (isAtEnd) {
            end(key);
        } else {
            if (key.held.lookedAt() != NOT_YET) {
                metered.looked(key.held.timer());
            }
            look(key, key.held);
        }
    }

    /** Judges a key at the horizon, where there is one, and forgets it. */
    private void end(Kept<F> key) throws Exception {
        Long until = horizon.get(UNTIL);
        if (until != null && until != NEVER) {
            say(key.key, key.held, until);
        }
        keys.forget(key);
    }

    /** Judges, says what is new, and sees to it that the key is looked at again, or forgets it. */
    private void look(Kept<F> key, Held<F> held) throws Exception {
        Long until = horizon.get(UNTIL);
        long now = until == null ? watermark : Math.min(watermark, until);
        long asOf = Math.max(now, held.lookedAt());
        Said said = say(key.key, held, asOf);
        long forgetAt = Instants.plus(said.verdict().settledAt(), settings.allowedLateness());
        long next = Math.min(said.verdict().nextLook(), forgetAt);
        if (next == forgetAt && forgetAt <= asOf) {
            keys.forget(key);
            return;
        }
        F facts = kind.prune(held.facts(), Instants.minus(asOf, settings.allowedLateness()), book.book());
        boolean isBeyondHorizon = next <= watermark; // nothing more is due; a timer there would fire for ever
        long timer = isBeyondHorizon ? END_OF_INPUT : Math.min(next, END_OF_INPUT);
        keys.keep(key, new Held<>(facts, said.findings(), timer, asOf));
    }

    /** What was judged, and all that was said of the key by now. */
    private record Said(Verdict verdict, List<Finding> findings) {}

    private Said say(String key, Held<F> held, long asOf) {
        Verdict verdict = rules.judge(key, held.facts(), asOf, book.book());
        Differences differences = Differences.between(held.said(), verdict.findings(), kind.prunedTo(held.facts()));
        for (Differences.Change change : differences.changes()) {
            if (Rules.isBreach(change.now()) && book.isTold(change.now())) {
                metered.told(change);
                output.collect(new StreamRecord<>(
                        Rules.alert(change.now(), book.book()), change.now().raisedAt()));
            }
            if (areHeard) {
                change.signals().forEach(signal -> emit(SIGNALS, Event.of(signal), signal.raisedAt()));
            }
        }
        return new Said(verdict, differences.said());
    }

    private <T> void emit(OutputTag<T> tag, T value, long instant) {
        output.collect(tag, new StreamRecord<>(value, instant));
    }
}
