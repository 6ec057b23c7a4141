package io.xunjian.cli;

import io.xunjian.cluster.rest.Checkpoint;
import io.xunjian.cluster.rest.FlinkJobs;
import io.xunjian.jobs.SettingsRejected;
import io.xunjian.jobs.Topics;
import io.xunjian.jobs.WatchSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** The last steps of starting a live job, and what is told about it. */
final class WatchStart {

    static final String ENTRY = "io.xunjian.jobs.WatchJob";

    private static final long PATIENCE_MS = 120_000;

    private final FlinkJobs jobs;
    private final WatchOptions options;
    private final PrintStream out;

    WatchStart(FlinkJobs jobs, WatchOptions options, PrintStream out) {
        this.jobs = jobs;
        this.options = options;
        this.out = out;
    }

    /** Reads the settings as the job will, and looks whether topics are there; adds every fault. */
    static WatchSettings check(List<String> arguments, List<String> faults) {
        try {
            WatchSettings settings = WatchSettings.from(arguments.toArray(String[]::new));
            new Topics(settings.topicPrefix()).check(settings.client(), settings.book());
            return settings;
        } catch (SettingsRejected e) {
            faults.addAll(e.faults());
            return null;
        }
    }

    /** Waits for the first checkpoint, unless nobody wants to, and tells where the job is. */
    void tell(String job, String savepoint) throws IOException, InterruptedException {
        Checkpoint first = options.isImpatient() ? null : jobs.awaitCheckpoint(job, PATIENCE_MS);
        if (options.isJson()) {
            json(job, savepoint, first);
            return;
        }
        out.println("Job " + job + (first == null ? " is started." : " runs; its first checkpoint is complete."));
        if (savepoint != null) {
            out.println("  from     " + savepoint);
        }
        out.println("  page     " + jobs.address(job));
    }

    private void json(String job, String savepoint, Checkpoint first) throws IOException {
        JsonPrint.to(out, json -> {
            json.writeStartObject();
            json.writeStringField("jobId", job);
            json.writeStringField("page", jobs.address(job));
            json.writeStringField("savepoint", savepoint);
            if (first != null) {
                json.writeStringField("checkpoint", first.path());
            }
            json.writeEndObject();
        });
    }
}
