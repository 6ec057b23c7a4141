package io.xunjian.bench.micro;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Rules;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.json.AlertJson;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a breach to what readers get: first what the rule book says of it, then bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AlertJsonBenchmark {

    @Param({"LATE_SHIPMENT", "SHOP_CLOSURE", "CS_UNREACHABLE", "COMPLAINT_OVERDUE", "PROVIDER_INACTIVE"})
    private String rule;

    private Finding breach;
    private Alert alert;

    @Setup
    public void prepare() {
        breach = OneKey.of(rule, Histories.of(rule, true)).breach(Histories.END);
        alert = compose();
    }

    @Benchmark
    public Alert compose() {
        return Rules.alert(breach, OneKey.BOOK);
    }

    @Benchmark
    public byte[] write() {
        return AlertJson.write(alert);
    }
}
