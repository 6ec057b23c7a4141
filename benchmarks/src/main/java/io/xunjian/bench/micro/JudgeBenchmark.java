package io.xunjian.bench.micro;

import io.xunjian.rules.Verdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One verdict on one key with a typical history. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JudgeBenchmark {

    @Param({"LATE_SHIPMENT", "SHOP_CLOSURE", "CS_UNREACHABLE", "COMPLAINT_OVERDUE", "PROVIDER_INACTIVE"})
    private String rule;

    @Param({"false", "true"})
    private boolean breach;

    private OneKey key;

    @Setup
    public void prepare() {
        key = OneKey.of(rule, Histories.of(rule, breach));
        if (judge().findings().size() != (breach ? 1 : 0)) {
            throw new IllegalStateException("Found " + judge().findings());
        }
    }

    @Benchmark
    public Verdict judge() {
        return key.judge(Histories.END);
    }
}
