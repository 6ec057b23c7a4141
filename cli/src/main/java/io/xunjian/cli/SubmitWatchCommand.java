package io.xunjian.cli;

import io.xunjian.cluster.rest.FlinkJobs;
import io.xunjian.cluster.rest.JobStart;
import io.xunjian.jobs.SettingsRejected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The live job on a Flink cluster. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the live job on a Flink cluster. What './xunjian doctor' takes for a fault is refused before; it returns",
            "when the first checkpoint of the job is complete. Exit codes: as 'submit'."
        },
        sortOptions = false)
final class SubmitWatchCommand implements Callable<Integer> {

    @Mixin
    private WatchOptions options;

    @Option(
            names = "--from",
            paramLabel = "PATH",
            description = "A savepoint or checkpoint, to go on there. Default: a new beginning.")
    private String from;

    @Mixin
    private JobOptions job;

    @Mixin
    private FlinkOption flink;

    @Override
    public Integer call() throws IOException, InterruptedException, SettingsRejected {
        List<String> faults = new ArrayList<>();
        List<String> arguments = options.arguments(Map.of());
        String start = from == null || from.contains(":")
                ? from
                : Path.of(from).toAbsolutePath().toString();
        WatchStart.check(
                arguments,
                plan -> plan.on(flink.addresses(), job.parallelism()).from(start, options.isForgetful()),
                flink,
                faults);
        Path jar = job.jar(faults);
        if (!faults.isEmpty()) {
            throw new SettingsRejected(faults);
        }
        FlinkJobs jobs = flink.jobs();
        JobStart first = new JobStart(WatchStart.ENTRY, arguments, start, options.isForgetful(), job.parallelism());
        String id = jobs.start(jobs.upload(jar), first);
        new WatchStart(jobs, options, System.out).tell(id, start);
        return 0;
    }
}
