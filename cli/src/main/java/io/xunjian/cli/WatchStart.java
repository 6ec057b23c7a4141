package io.xunjian.cli;

import io.xunjian.cluster.rest.Checkpoint;
import io.xunjian.cluster.rest.FlinkJobs;
import io.xunjian.doctor.Ailment;
import io.xunjian.doctor.Doctor;
import io.xunjian.doctor.Patient;
import io.xunjian.doctor.Plan;
import io.xunjian.jobs.SettingsRejected;
import io.xunjian.jobs.WatchJob;
import io.xunjian.jobs.WatchSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.UnaryOperator;

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

    /**
     * Reads the settings as the job will, and has a doctor look at the rest; adds every fault. Where the settings cannot be
     * read, whether there is a cluster is all that is looked at besides.
     *
     * @param plan what is known of the job but its settings
     */
    static void check(List<String> arguments, UnaryOperator<Plan> plan, FlinkOption flink, List<String> faults)
            throws InterruptedException {
        String[] given = arguments.toArray(String[]::new);
        try (Patient patient =
                new Patient(WatchSettings.from(given), plan.apply(Plan.here(WatchJob.parameters(given), null, 0)))) {
            new Doctor()
                    .examine(patient).stream().filter(Ailment::isFault).forEach(fault -> faults.add(fault.toString()));
        } catch (SettingsRejected e) {
            faults.addAll(e.faults());
            flink.answers(faults);
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
