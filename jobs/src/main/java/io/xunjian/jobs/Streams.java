package io.xunjian.jobs;

import io.xunjian.connectors.Admission;
import io.xunjian.connectors.Received;
import io.xunjian.functions.CodecType;
import io.xunjian.functions.Control;
import io.xunjian.functions.Greatest;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.json.AlertRecord;
import io.xunjian.rules.json.DeadLetter;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;
import org.apache.flink.util.OutputTag;

/** The parts that graphs are made of. */
final class Streams {

    static final TypeInformation<Received> RECEIVED = CodecType.of(Received.class, Received.CODEC);
    static final TypeInformation<Event> EVENT = CodecType.of(Event.class, Event.CODEC);
    static final TypeInformation<AlertRecord> ALERT_RECORD = CodecType.of(AlertRecord.class, AlertRecord.CODEC);
    static final TypeInformation<Control> CONTROL = CodecType.of(Control.class, Control.CODEC);
    static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", CodecType.of(DeadLetter.class, DeadLetter.CODEC));

    private Streams() {}

    /** What is an event; the rest are dead letters. As many subtasks as the records come from: they stay in one chain. */
    static SingleOutputStreamOperator<Event> admit(DataStream<Received> records, long until, String suffix) {
        return records.process(new Admission(until, DEAD_LETTERS))
                .returns(EVENT)
                .setParallelism(records.getParallelism())
                .name("admission")
                .uid("admission" + suffix);
    }

    /** Those of the events that are facts of a kind, in one chain with where they come from. */
    static DataStream<Event> facts(String prefix, FactKind<?> kind, DataStream<Event> events, String suffix) {
        return events.filter(event -> kind.keyOf(event) != null)
                .setParallelism(events.getParallelism())
                .name("facts of " + kind.name())
                .uid(prefix + "facts-" + kind.name() + suffix);
    }

    /** An operator over the keys of a kind, to which something is broadcast: the horizon, for one. */
    @SuppressWarnings("unchecked") // it was made a line before
    static <T, C, R> SingleOutputStreamOperator<R> judge(
            String prefix,
            FactKind<?> kind,
            DataStream<T> facts,
            KeySelector<T, String> keyOf,
            DataStream<C> control,
            TypeInformation<R> type,
            TwoInputStreamOperator<T, C, R> operator) {
        SingleOutputStreamOperator<R> judge = facts.keyBy(keyOf, Types.STRING)
                .connect(control)
                .transform(prefix + "judge " + kind.name(), type, operator)
                .uid(prefix + "judge-" + kind.name());
        // connect() keys an operator where both of its inputs are keyed; this one's second is broadcast
        TwoInputTransformation<T, C, R> keyed = (TwoInputTransformation<T, C, R>) judge.getTransformation();
        keyed.setStateKeySelectors(keyOf, null);
        keyed.setStateKeyType(Types.STRING);
        return judge;
    }

    /** A horizon that is known from the start; a live run has the one that never comes. */
    static DataStream<Long> given(DataStream<Received> records, long until) {
        return records.getExecutionEnvironment()
                .fromData(Types.LONG, until)
                .name("horizon")
                .uid("horizon")
                .setParallelism(1);
    }

    /** What tells judges of a horizon. */
    static DataStream<Control> control(DataStream<Long> horizon) {
        return horizon.map(Control::horizon)
                .returns(CONTROL)
                .setParallelism(1)
                .name("control by horizon")
                .uid("control-horizon");
    }

    /** The greatest event time, once all events are read. */
    static DataStream<Long> found(DataStream<Event> events) {
        return events.transform("latest event", Types.LONG, new Greatest<>(Event::eventTime))
                .uid("latest-event")
                .transform("latest of all", Types.LONG, new Greatest<Long>(instant -> instant))
                .uid("latest-of-all")
                .setParallelism(1);
    }

    static <T, S extends DataStream<T>> DataStream<T> union(List<S> streams) {
        DataStream<T> all = streams.get(0);
        for (S stream : streams.subList(1, streams.size())) {
            all = all.union(stream);
        }
        return all;
    }
}
