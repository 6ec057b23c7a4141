package io.xunjian.functions;

import static io.xunjian.rules.Instants.NEVER;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.json.AlertRecord;
import io.xunjian.rules.trial.AlertChange;
import io.xunjian.rules.trial.KindTrial;
import io.xunjian.rules.trial.Trial;
import io.xunjian.rules.trial.Tried;
import io.xunjian.rules.trial.TriedShop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Judges a bounded input in batch mode by every book of a trial. Flink brings the events key by key, after the horizon: a key
 * is joined while its events come and judged when the next begins. There is neither state nor timer.
 *
 * <p>Inputs: events, keyed by the kind's key; the horizon, broadcast. Outputs: alerts; what rules over findings are told, in
 * what the candidate differs from the baseline, and the shops that alerts are about, where there is a trial.
 */
public final class BatchJudge<F> extends AbstractStreamOperator<Tried<AlertRecord>>
        implements TwoInputStreamOperator<Tried<Event>, Long, Tried<AlertRecord>> {

    /** What rules over other rules' findings are told. */
    public static final OutputTag<Tried<Event>> SIGNALS = new OutputTag<>("signals", CodecType.tried(Event.CODEC));

    public static final OutputTag<AlertChange> CHANGES =
            new OutputTag<>("changes", CodecType.of(AlertChange.class, AlertChange.CODEC));

    public static final OutputTag<TriedShop> SHOPS =
            new OutputTag<>("shops", CodecType.of(TriedShop.class, TriedShop.CODEC));

    private final RulesOfKind<F> rules;
    private final Trial trial;

    private transient FactKind<F> kind;
    private transient KindTrial<F> judging;
    private transient boolean areHeard;
    private transient Tallies tallies;
    private transient AlertTallies alertTallies;
    private transient LongMaximum horizons;

    /** Epoch ms, {@code NEVER} as long as it has not come. */
    private transient long horizon;

    /** The key whose events are coming, {@code null} before the first. */
    private transient String key;

    /** What is known of it, where it is the same for all books. */
    private transient F facts;

    /** What is known of it for each book, {@code null} where it is the same for all. */
    private transient F[] ofBooks;

    public BatchJudge(RulesOfKind<F> rules, Trial trial) {
        this.rules = rules;
        this.trial = trial;
    }

    @Override
    public void open() throws Exception {
        super.open();
        kind = rules.kind();
        judging = new KindTrial<>(rules, trial);
        areHeard = Rules.areHeard(rules);
        tallies = new Tallies(
                getRuntimeContext(), getMetricGroup().addGroup("book", "trial").addGroup("kind", kind.name()), kind);
        alertTallies = new AlertTallies(getRuntimeContext());
        horizon = NEVER;
        horizons = new LongMaximum();
        getRuntimeContext().addAccumulator(Judge.HORIZON_COUNTER, horizons);
    }

    /** There is no state that would have to know the key. */
    @Override
    @SuppressWarnings("rawtypes") // as in the class that it is from
    public void setKeyContextElement1(StreamRecord record) {}

    @Override
    public void processElement2(StreamRecord<Long> element) {
        horizon = element.getValue();
        horizons.add(horizon);
    }

    @Override
    public void processElement1(StreamRecord<Tried<Event>> element) {
        Tried<Event> tried = element.getValue();
        Event event = tried.what();
        String keyOfEvent = kind.keyOf(event);
        if (!keyOfEvent.equals(key)) {
            judge();
            key = keyOfEvent;
        }
        tallies.count(event, join(event, tried.books()) ? Count.USED : Count.DUPLICATES);
    }

    /** Whether the event is new. */
    private boolean join(Event event, long books) {
        if (ofBooks == null && books == trial.all()) {
            if (facts != null && kind.contains(facts, event)) {
                return false;
            }
            F fact = kind.of(event);
            facts = facts == null ? fact : kind.join(facts, fact);
            return true;
        }
        if (ofBooks == null) {
            ofBooks = judging.forEach(facts);
        }
        return judging.join(ofBooks, event, books);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (mark.equals(Watermark.MAX_WATERMARK)) {
            judge();
        }
        super.processWatermark(mark);
    }

    /** Judges the key whose events have all come, and forgets it. */
    private void judge() {
        if (key != null && horizon != NEVER) {
            List<Tried<Finding>> found =
                    ofBooks == null ? judging.judge(key, facts, horizon) : judging.judge(key, ofBooks, horizon);
            found.forEach(this::tell);
            if (trial.hasCandidate()) {
                compare(found);
            }
        }
        key = null;
        facts = null;
        ofBooks = null;
    }

    private void tell(Tried<Finding> tried) {
        Finding finding = tried.what();
        if (areHeard) {
            output.collect(
                    SIGNALS, new StreamRecord<>(new Tried<>(Event.of(finding), tried.books()), finding.raisedAt()));
        }
        if (Rules.isBreach(finding)) {
            alertTallies.count(finding, tried.books());
            if (tried.isOf(trial.kept())) {
                RuleBook book = trial.book(tried.firstBook());
                AlertRecord alert = AlertRecord.of(Rules.alert(finding, book));
                output.collect(new StreamRecord<>(new Tried<>(alert, tried.books()), finding.raisedAt()));
            }
            TriedShop shop = trial.size() > 1 ? TriedShop.of(finding, tried.books()) : null;
            if (shop != null) {
                output.collect(SHOPS, new StreamRecord<>(shop, finding.raisedAt()));
            }
        }
    }

    private void compare(List<Tried<Finding>> found) {
        Map<String, Finding[]> pairs = new LinkedHashMap<>();
        for (Tried<Finding> tried : found) {
            long books = tried.books() & trial.kept();
            if (books != 0 && books != trial.kept() && Rules.isBreach(tried.what())) {
                int book = Long.numberOfTrailingZeros(books);
                pairs.computeIfAbsent(tried.what().alertId(), id -> new Finding[2])[book] = tried.what();
            }
        }
        for (Finding[] pair : pairs.values()) {
            AlertChange change = AlertChange.between(trial, pair[Trial.BASELINE], pair[Trial.CANDIDATE]);
            if (change != null) {
                output.collect(CHANGES, new StreamRecord<>(change, change.raisedAt()));
            }
        }
    }
}
