package io.xunjian.cli;

import io.xunjian.cluster.CannotStart;
import io.xunjian.cluster.rest.FlinkJob;
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
import picocli.CommandLine.Parameters;

/** Puts another version of the live job in the place of one that runs. */
@Command(
        name = "upgrade",
        mixinStandardHelpOptions = true,
        description = {
            "Puts another version of the live job in its place.",
            "Stops the job at a savepoint and starts this installation's jar, or --jar, from it, with the settings and the",
            "parallelism that the job had: those that are given go before. All is checked, and the jar uploaded, before the",
            "job is stopped. Exit codes: as 'submit'."
        },
        sortOptions = false)
final class SubmitUpgradeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The job's id, or how it begins.")
    private String id;

    @Mixin
    private WatchOptions options;

    @Mixin
    private JobOptions job;

    @Mixin
    private FlinkOption flink;

    @Override
    public Integer call() throws IOException, InterruptedException, SettingsRejected {
        FlinkJobs jobs = flink.jobs();
        FlinkJob before = FlinkOption.running(id, jobs);
        Map<String, String> settings = jobs.settings(before.id());
        List<String> faults = new ArrayList<>();
        if (!settings.containsKey("bootstrap")) {
            faults.add("Job " + before.id() + " is no live job, or one that does not tell its settings");
        }
        List<String> arguments = options.arguments(settings);
        WatchStart.check(
                arguments, plan -> plan.on(flink.addresses(), job.parallelism()).inPlaceOf(before.id()), flink, faults);
        Path jar = job.jar(faults);
        if (!faults.isEmpty()) {
            throw new SettingsRejected(faults);
        }
        int parallelism = job.parallelism() > 0 ? job.parallelism() : jobs.parallelism(before.id());
        String uploaded = jobs.upload(jar);
        String savepoint = jobs.stop(before.id());
        try {
            JobStart start = new JobStart(WatchStart.ENTRY, arguments, savepoint, options.isForgetful(), parallelism);
            new WatchStart(jobs, options, System.out).tell(jobs.start(uploaded, start), savepoint);
        } catch (IOException | CannotStart e) {
            throw new CannotStart(e.getMessage() + "\nThe job before it is stopped; './xunjian submit watch --from "
                    + savepoint + "' with its jar and settings goes on where it was.");
        }
        return 0;
    }
}
