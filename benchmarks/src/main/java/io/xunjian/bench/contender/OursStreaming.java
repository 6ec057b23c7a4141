package io.xunjian.bench.contender;

import io.xunjian.jobs.BacktestJob;

/**
 * Ours, over files, on Flink as a stream engine: the live job's operators, all state on the heap.
 *
 * <p>Arguments: a folder of events, a folder for what is found.
 */
public final class OursStreaming {

    private OursStreaming() {}

    public static void main(String[] args) throws Exception {
        BacktestJob.main(new String[] {"--events", args[0], "--out", args[1], "--mode", "streaming"});
    }
}
