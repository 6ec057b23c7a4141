package io.xunjian.cli;

import io.xunjian.cluster.rest.FlinkJobs;
import io.xunjian.cluster.rest.JobStart;
import io.xunjian.jobs.BacktestJob;
import io.xunjian.jobs.BacktestSettings;
import io.xunjian.jobs.SettingsRejected;
import io.xunjian.rules.files.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A backtest on a Flink cluster. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a backtest as a job.",
            "Writes what './xunjian backtest --engine flink' writes, byte for byte. The TaskManagers read --events and write to --out: they must see both folders. Ctrl-C cancels the job.",
            "Exit codes: as 'submit'."
        },
        sortOptions = false)
final class SubmitBacktestCommand implements Callable<Integer> {

    /** Its name on the cluster. */
    static final String JOB = "backtest";

    private static final String ENTRY = "io.xunjian.jobs.BacktestJob";

    @Mixin
    private BacktestOptions options;

    @Mixin
    private JobOptions job;

    @Mixin
    private FlinkOption flink;

    @Override
    public Integer call() throws Exception {
        List<String> faults = options.faults();
        Path jar = job.jar(faults);
        flink.answers(faults);
        if (!faults.isEmpty()) {
            throw new SettingsRejected(faults);
        }
        return options.judge(settings -> run(settings, jar, flink.jobs()));
    }

    private Summary run(BacktestSettings settings, Path jar, FlinkJobs jobs)
            throws IOException, InterruptedException, SettingsRejected {
        BacktestJob.prepare(settings);
        List<String> arguments = new ArrayList<>(options.arguments());
        arguments.addAll(List.of("--detached", "true"));
        String id = jobs.start(jobs.upload(jar), new JobStart(ENTRY, arguments, null, false, job.parallelism()));
        System.err.println("Job " + id + ": " + jobs.address(id));
        AtomicBoolean hasEnded = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cancelUnless(hasEnded, id, jobs), "cancel"));
        try (ProgressLine progress = options.progressLine()) {
            jobs.awaitEnd(id, counts -> progress.read(BacktestJob.records(counts)));
        } finally {
            hasEnded.set(true);
        }
        return BacktestJob.finish(settings, jobs.counts(id));
    }

    private static void cancelUnless(AtomicBoolean hasEnded, String id, FlinkJobs jobs) {
        if (!hasEnded.get()) {
            try {
                jobs.cancel(id);
            } catch (IOException e) {
                System.err.println("xunjian: job " + id + " was not cancelled: " + e.getMessage());
            }
        }
    }
}
