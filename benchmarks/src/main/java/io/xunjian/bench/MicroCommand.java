package io.xunjian.bench;

import io.xunjian.bench.micro.MicroBenchmarks;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./xunjian bench micro}. */
@Command(
        name = "micro",
        mixinStandardHelpOptions = true,
        description = "JMH over the decoder, joins, codecs, each rule's judgement and the alerts' JSON.")
final class MicroCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "REGEX", description = "Of benchmarks. Default: all.")
    private String benchmarks = ".*";

    @Override
    public Integer call() throws Exception {
        MicroBenchmarks.main(new String[] {benchmarks});
        return 0;
    }
}
