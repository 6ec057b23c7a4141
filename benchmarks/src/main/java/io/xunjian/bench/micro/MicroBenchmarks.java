package io.xunjian.bench.micro;

import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks of this package and prints their table: {@code main([regular expression of names [file for JSON]])}.
 */
public final class MicroBenchmarks {

    private static final TimeValue ITERATION = TimeValue.seconds(1);

    private MicroBenchmarks() {}

    public static void main(String[] args) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(args.length > 0 ? args[0] : MicroBenchmarks.class.getPackageName())
                .warmupIterations(2)
                .warmupTime(ITERATION)
                .measurementIterations(3)
                .measurementTime(ITERATION)
                .forks(1);
        if (args.length > 1) {
            options.resultFormat(ResultFormatType.JSON).result(args[1]);
        }
        new Runner(options.build()).run();
    }
}
