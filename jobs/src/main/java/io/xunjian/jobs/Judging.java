package io.xunjian.jobs;

import io.xunjian.connectors.Received;
import io.xunjian.connectors.Unwaited;
import io.xunjian.functions.CodecType;
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

    private static final TypeInformation<Alert> ALERT = CodecType.of(Alert.class, Alert.CODEC);

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
        DataStream<Long> never = Streams.given(records.get(Stream.ORDERS), Instants.NEVER);
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
        DataStream<Long> horizon =
                until == Instants.NEVER ? Streams.found(admitted.events) : Streams.given(records, until);
        return judge(List.of(admitted), admitted.streams, horizon.broadcast());
    }

    private static Admitted admit(Set<Stream> streams, String suffix, DataStream<Received> records, long until) {
        return new Admitted(streams, suffix, Streams.admit(records, until, suffix));
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
                inputs.add(Streams.facts(kind, signals.get(code), '-' + code));
            }
            SingleOutputStreamOperator<Alert> judge = judge(rules, Streams.union(inputs), horizon);
            judges.add(judge);
            alerts.add(records(kind, judge));
            rules.rules().forEach(rule -> signals.put(rule.code(), judge.getSideOutput(Judge.SIGNALS)));
        }
        return new Found(
                Streams.union(alerts),
                Streams.union(judges.stream()
                        .map(judge -> judge.getSideOutput(Judge.LATE))
                        .toList()),
                Streams.union(admitted.stream()
                        .map(some -> some.events.getSideOutput(Streams.DEAD_LETTERS))
                        .toList()));
    }

    private static DataStream<Event> facts(FactKind<?> kind, Admitted some, Set<Stream> expected) {
        DataStream<Event> facts = Streams.facts(kind, some.events, some.suffix);
        boolean isWaitedFor =
                !Collections.disjoint(some.streams, expected) || Collections.disjoint(Rules.streams(kind), expected);
        return isWaitedFor
                ? facts
                : facts.transform("not waited for", Streams.EVENT, new Unwaited<>())
                        .setParallelism(some.events.getParallelism())
                        .uid("unwaited-" + kind.name() + some.suffix);
    }

    private <F> SingleOutputStreamOperator<Alert> judge(
            RulesOfKind<F> rules, DataStream<Event> events, DataStream<Long> horizon) {
        FactKind<F> kind = rules.kind();
        return Streams.judge(kind, events, kind::keyOf, horizon, ALERT, new Judge<>(rules, book, settings));
    }

    /** In one chain with the judge. */
    private static DataStream<AlertRecord> records(FactKind<?> kind, SingleOutputStreamOperator<Alert> judge) {
        return judge.map(new Recording())
                .returns(Streams.ALERT_RECORD)
                .name("alerts of " + kind.name())
                .uid("alerts-of-" + kind.name());
    }
}
