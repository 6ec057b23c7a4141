package io.xunjian.bench.micro;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.event.Event;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One more event for an order that was paid, for a case of 19 calls, for a provider of 500 facts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JoinBenchmark {

    /** Whose kind of facts. */
    @Param({"LATE_SHIPMENT", "CS_UNREACHABLE", "PROVIDER_INACTIVE"})
    private String rule;

    private FactKind<Object> kind;
    private Object known;
    private Event event;
    private Object ofEvent;

    @Setup
    public void prepare() {
        List<Event> events = Histories.of(rule, false);
        int last = events.size() - 1;
        OneKey key = OneKey.of(rule, events.subList(0, last));
        kind = key.rules().kind();
        known = key.facts();
        event = events.get(last);
        ofEvent = kind.of(event);
    }

    @Benchmark
    public Object of() {
        return kind.of(event);
    }

    @Benchmark
    public Object join() {
        return kind.join(known, ofEvent);
    }

    @Benchmark
    public boolean contains() {
        return kind.contains(known, event);
    }

    /** As a judge takes an event in. */
    @Benchmark
    public Object all() {
        return kind.contains(known, event) ? known : kind.join(known, kind.of(event));
    }
}
