package io.xunjian.cli;

import io.xunjian.cluster.rest.FlinkJob;
import io.xunjian.cluster.rest.FlinkJobs;
import io.xunjian.cluster.rest.JobStart;
import io.xunjian.jobs.SettingsRejected;
import io.xunjian.jobs.WatchSettings;
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
            "Starts the live job.",
            "Settings and topics are checked before; it returns when the first checkpoint of the job is complete. Exit",
            "codes: as 'submit'."
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
        WatchSettings settings = WatchStart.check(arguments, faults);
        Path jar = job.jar(faults);
        FlinkJobs jobs = flink.jobs();
        if (flink.answers(faults) && settings != null) {
            requireAlone(settings, jobs, faults);
        }
        if (!faults.isEmpty()) {
            throw new SettingsRejected(faults);
        }
        String id = jobs.start(
                jobs.upload(jar),
                new JobStart(WatchStart.ENTRY, arguments, start, options.isForgetful(), job.parallelism()));
        new WatchStart(jobs, options, System.out).tell(id, start);
        return 0;
    }

    /** Two of one group would each say everything, and with exactly-once end each other's transactions. */
    private static void requireAlone(WatchSettings settings, FlinkJobs jobs, List<String> faults) throws IOException {
        for (FlinkJob other : jobs.list()) {
            Map<String, String> theirs = other.isAlive() ? jobs.settings(other.id()) : Map.of();
            boolean isSame = settings.client().getProperty("bootstrap.servers").equals(theirs.get("bootstrap"))
                    && settings.group().equals(theirs.getOrDefault("group", WatchSettings.GROUP))
                    && settings.topicPrefix().equals(theirs.getOrDefault("topic-prefix", ""));
            if (isSame) {
                faults.add("Job " + other.id() + " watches these topics as group " + settings.group()
                        + " already: './xunjian submit upgrade " + other.id()
                        + "' puts this one in its place; --set group=NAME runs it beside.");
            }
        }
    }
}
