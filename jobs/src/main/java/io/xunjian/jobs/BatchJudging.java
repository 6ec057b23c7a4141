package io.xunjian.jobs;

import io.xunjian.connectors.Received;
import io.xunjian.functions.BatchJudge;
import io.xunjian.functions.CodecType;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.json.AlertRecord;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.trial.AlertChange;
import io.xunjian.rules.trial.Trial;
import io.xunjian.rules.trial.Tried;
import io.xunjian.rules.trial.TriedShop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The graph of a batch run: events are sorted by key, and each key is judged once, by every book of the trial.
 *
 * <pre>
 * records ─► admission ─► keyBy ─► judge orders, … ─► keyBy ─► judge shops, … ─► alerts, changes, shops
 *                └─► dead letters
 * </pre>
 */
final class BatchJudging {

    private static final TypeInformation<Tried<Event>> EVENT = CodecType.tried(Event.CODEC);
    private static final TypeInformation<Tried<AlertRecord>> ALERT = CodecType.tried(AlertRecord.CODEC);
    private static final TypeInformation<TriedShop> SHOP = CodecType.of(TriedShop.class, TriedShop.CODEC);

    /** What comes out. */
    record Found(
            DataStream<Tried<AlertRecord>> alerts,
            DataStream<AlertChange> changes,
            DataStream<TriedShop> shops,
            DataStream<DeadLetter> deadLetters) {}

    private final Trial trial;

    BatchJudging(Trial trial) {
        this.trial = trial;
    }

    /**
     * Judges a bounded input as of a horizon.
     *
     * @param until epoch ms; {@link Instants#NEVER} for the greatest event time of the input
     */
    Found judge(DataStream<Received> records, long until) {
        SingleOutputStreamOperator<Event> events = Streams.admit(records, until, "");
        DataStream<Long> horizon =
                (until == Instants.NEVER ? Streams.found(events) : Streams.given(records, until)).broadcast();
        List<SingleOutputStreamOperator<Tried<AlertRecord>>> judges = new ArrayList<>();
        Map<String, DataStream<Tried<Event>>> signals = new HashMap<>();
        for (RulesOfKind<?> rules : Rules.byKind()) {
            SingleOutputStreamOperator<Tried<AlertRecord>> judge =
                    judge(rules, facts(rules.kind(), events, signals), horizon);
            judges.add(judge);
            rules.rules().forEach(rule -> signals.put(rule.code(), judge.getSideOutput(BatchJudge.SIGNALS)));
        }
        return new Found(
                Streams.union(judges),
                Streams.union(judges.stream()
                        .map(judge -> judge.getSideOutput(BatchJudge.CHANGES))
                        .toList()),
                Streams.union(judges.stream()
                        .map(judge -> judge.getSideOutput(BatchJudge.SHOPS))
                        .toList()),
                events.getSideOutput(Streams.DEAD_LETTERS));
    }

    private <F> SingleOutputStreamOperator<Tried<AlertRecord>> judge(
            RulesOfKind<F> rules, DataStream<Tried<Event>> facts, DataStream<Long> horizon) {
        FactKind<F> kind = rules.kind();
        return Streams.judge(
                "", kind, facts, tried -> kind.keyOf(tried.what()), horizon, ALERT, new BatchJudge<>(rules, trial));
    }

    private DataStream<Tried<Event>> facts(
            FactKind<?> kind, DataStream<Event> events, Map<String, DataStream<Tried<Event>>> signals) {
        List<DataStream<Tried<Event>>> inputs = new ArrayList<>();
        if (!kind.streams().isEmpty()) {
            long all = trial.all();
            inputs.add(Streams.facts("", kind, events, "")
                    .map(event -> new Tried<>(event, all))
                    .returns(EVENT)
                    .setParallelism(events.getParallelism())
                    .name("for all books")
                    .uid("for-all-" + kind.name()));
        }
        for (String code : kind.findings()) {
            inputs.add(signals.get(code)
                    .filter(tried -> kind.keyOf(tried.what()) != null)
                    .name("facts of " + kind.name())
                    .uid("facts-" + kind.name() + '-' + code));
        }
        return Streams.union(inputs);
    }

    /** Counts each shop once, however many alerts are about it. */
    static DataStream<TriedShop> counted(DataStream<TriedShop> shops) {
        return shops.keyBy(shop -> shop.ruleCode() + '/' + shop.shopId(), Types.STRING)
                .reduce(TriedShop::with)
                .name("shops")
                .uid("shops")
                .map(new ShopTallies())
                .returns(SHOP)
                .name("shops of books")
                .uid("shops-of-books");
    }
}
