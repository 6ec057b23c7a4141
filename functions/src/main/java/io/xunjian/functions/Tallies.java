package io.xunjian.functions;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Rules;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.Count;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;

/** Counts what became of events, in Flink's accumulators: {@code orders.used} and the like. */
final class Tallies {

    private final FactKind<?> kind;
    private final Map<Stream, LongCounter[]> counters = new EnumMap<>(Stream.class);

    Tallies(RuntimeContext context, FactKind<?> kind) {
        this.kind = kind;
        for (Stream stream : kind.streams()) {
            LongCounter[] ofStream = new LongCounter[Count.values().length];
            for (Count count : new Count[] {Count.USED, Count.DUPLICATES, Count.LATE}) {
                ofStream[count.ordinal()] = new LongCounter();
                context.addAccumulator(stream.topic() + '.' + count.jsonName(), ofStream[count.ordinal()]);
            }
            counters.put(stream, ofStream);
        }
    }

    /** Counts an event once, however many kinds take it: where it is taken first. */
    void count(Event event, Count count) {
        LongCounter[] ofStream = counters.get(event.type().stream());
        if (ofStream != null && Rules.isFirstToTake(kind, event)) {
            ofStream[count.ordinal()].add(1);
        }
    }
}
