package io.xunjian.bench.contender;

import io.xunjian.cluster.LocalFlink;
import io.xunjian.jobs.Topics;
import io.xunjian.jobs.WatchJob;
import io.xunjian.jobs.WatchSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;

/**
 * Ours, live: the whole rule book over Kafka, as {@code ./xunjian watch} runs it. Runs until it is killed.
 *
 * <p>Arguments: bootstrap servers, a folder for checkpoints, the state backend ({@code rocksdb} or {@code hashmap}),
 * and any further settings of the live job.
 */
public final class OursLive {

    private static final int SLOTS = 2;

    private OursLive() {}

    public static void main(String[] args) throws Exception {
        List<String> options = new ArrayList<>(List.of("--bootstrap", args[0]));
        options.addAll(List.of(args).subList(3, args.length));
        WatchSettings settings = WatchSettings.from(options.toArray(String[]::new));
        try (LocalFlink flink = LocalFlink.start(0, SLOTS, Path.of(args[1]))) {
            Configuration configuration = flink.forJobs();
            configuration.set(StateBackendOptions.STATE_BACKEND, args[2]);
            JobID job = flink.run(
                    WatchJob.graph(settings, new Topics("").check(settings.client(), settings.book()), configuration),
                    "watch");
            while (flink.status(job) != JobStatus.RUNNING) {
                Thread.sleep(10);
            }
            System.out.println("started");
            while (!flink.status(job).isGloballyTerminalState()) {
                Thread.sleep(1_000);
            }
            throw new IllegalStateException("The job ended: " + flink.status(job));
        }
    }
}
