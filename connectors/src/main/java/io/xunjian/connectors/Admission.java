package io.xunjian.connectors;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.json.Reason;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets events pass, puts dead letters aside, and counts both. What happened after the horizon is passed over. Stateless;
 * counts are accumulators ({@code orders.read}, {@code reasons.NOT_JSON}) and metrics ({@link StreamMetrics}).
 */
public final class Admission extends ProcessFunction<Received, Event> {

    private final long until;
    private final OutputTag<DeadLetter> deadLetters;

    private transient Map<Stream, LongCounter[]> counters;
    private transient Map<Reason, LongCounter> reasons;
    private transient StreamMetrics[] metrics;
    private transient LongCounter ignoredFields;

    /**
     * Makes an admission.
     *
     * @param until the horizon in epoch ms, {@link io.xunjian.rules.Instants#NEVER} without one
     */
    public Admission(long until, OutputTag<DeadLetter> deadLetters) {
        this.until = until;
        this.deadLetters = deadLetters;
    }

    @Override
    public void open(OpenContext openContext) {
        counters = new EnumMap<>(Stream.class);
        for (Stream stream : Stream.values()) {
            LongCounter[] ofStream = new LongCounter[Count.values().length];
            for (Count count : new Count[] {Count.READ, Count.DEAD_LETTERS, Count.HEARTBEATS, Count.IGNORED}) {
                ofStream[count.ordinal()] = accumulator(stream.topic() + '.' + count.jsonName());
            }
            counters.put(stream, ofStream);
        }
        reasons = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            reasons.put(reason, accumulator("reasons." + reason.name()));
        }
        metrics = new StreamMetrics[Stream.values().length];
        ignoredFields = accumulator("ignoredFields");
    }

    private LongCounter accumulator(String name) {
        LongCounter counter = new LongCounter();
        getRuntimeContext().addAccumulator(name, counter);
        return counter;
    }

    @Override
    public void processElement(Received received, Context context, Collector<Event> out) {
        LongCounter[] ofStream = counters.get(received.stream());
        StreamMetrics seen = metrics(received.stream());
        seen.records.inc();
        ofStream[Count.READ.ordinal()].add(1);
        Event event = received.event();
        if (event == null) {
            ofStream[Count.DEAD_LETTERS.ordinal()].add(1);
            reasons.get(received.letter().reason()).add(1);
            seen.deadLetters[received.letter().reason().ordinal()].inc();
            context.output(deadLetters, received.letter());
            return;
        }
        ignoredFields.add(received.ignoredFields());
        if (event.eventTime() > until) {
            ofStream[Count.IGNORED.ordinal()].add(1);
            return;
        }
        if (event.type() == EventType.HEARTBEAT) {
            ofStream[Count.HEARTBEATS.ordinal()].add(1);
            seen.heartbeats.inc();
        } else if (!isTaken(event)) {
            ofStream[Count.IGNORED.ordinal()].add(1);
        }
        out.collect(event);
    }

    /** Those of a stream are there from its first record on: a job that reads one stream has no others. */
    private StreamMetrics metrics(Stream stream) {
        StreamMetrics ofStream = metrics[stream.ordinal()];
        if (ofStream == null) {
            ofStream = new StreamMetrics(getRuntimeContext().getMetricGroup().addGroup("stream", stream.topic()));
            metrics[stream.ordinal()] = ofStream;
        }
        return ofStream;
    }

    private static boolean isTaken(Event event) {
        for (RulesOfKind<?> rules : Rules.byKind()) {
            FactKind<?> kind = rules.kind();
            if (kind.keyOf(event) != null) {
                return true;
            }
        }
        return false;
    }
}
