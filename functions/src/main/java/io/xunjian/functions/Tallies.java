package io.xunjian.functions;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Rules;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.Count;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts what became of events: in metrics of this kind of facts, by stream, and in accumulators, {@code orders.used} and
 * the like, once for all kinds.
 */
final class Tallies {

    private static final Map<Count, String> METRICS = new TreeMap<>(
            Map.of(Count.USED, "facts_used", Count.DUPLICATES, "facts_duplicate", Count.LATE, "facts_late"));

    /** The stream of what other judges found. */
    private static final String FINDINGS = "findings";

    private static final int OF_FINDINGS = Stream.values().length;

    private final FactKind<?> kind;
    private final LongCounter[][] accumulators = new LongCounter[OF_FINDINGS][];
    private final Counter[][] metrics = new Counter[OF_FINDINGS + 1][];

    Tallies(RuntimeContext context, MetricGroup group, FactKind<?> kind) {
        this.kind = kind;
        for (Stream stream : kind.streams()) {
            LongCounter[] ofStream = new LongCounter[Count.values().length];
            for (Count count : METRICS.keySet()) {
                ofStream[count.ordinal()] = new LongCounter();
                context.addAccumulator(stream.topic() + '.' + count.jsonName(), ofStream[count.ordinal()]);
            }
            accumulators[stream.ordinal()] = ofStream;
            metrics[stream.ordinal()] = metrics(group.addGroup("stream", stream.topic()));
        }
        if (kind.takesFindings()) {
            metrics[OF_FINDINGS] = metrics(group.addGroup("stream", FINDINGS));
        }
    }

    private static Counter[] metrics(MetricGroup group) {
        Counter[] counters = new Counter[Count.values().length];
        METRICS.forEach((count, name) -> counters[count.ordinal()] = group.counter(name));
        return counters;
    }

    void count(Event event, Count count) {
        Stream stream = event.type().stream();
        metrics[stream == null ? OF_FINDINGS : stream.ordinal()][count.ordinal()].inc();
        if (stream != null && Rules.isFirstToTake(kind, event)) {
            accumulators[stream.ordinal()][count.ordinal()].add(1);
        }
    }
}
