package io.xunjian.cli;

import io.xunjian.cluster.rest.FlinkJob;
import io.xunjian.cluster.rest.FlinkJobs;
import io.xunjian.jobs.SettingsRejected;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends a job. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = {
            "Stops a job.",
            "A live job at a savepoint: prints where that lies, and 'submit watch --from' goes on there. A backtest is",
            "cancelled."
        },
        sortOptions = false)
final class SubmitStopCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The job's id, or how it begins.")
    private String id;

    @Mixin
    private FlinkOption flink;

    @Override
    public Integer call() throws IOException, InterruptedException, SettingsRejected {
        FlinkJobs jobs = flink.jobs();
        FlinkJob job = FlinkOption.running(id, jobs);
        if (job.name().equals(SubmitBacktestCommand.JOB)) {
            jobs.cancel(job.id());
            System.out.println("Cancelled.");
        } else {
            System.out.println(jobs.stop(job.id()));
        }
        return 0;
    }
}
