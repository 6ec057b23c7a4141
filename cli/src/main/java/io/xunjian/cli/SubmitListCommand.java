package io.xunjian.cli;

import io.xunjian.cluster.rest.Checkpoint;
import io.xunjian.cluster.rest.FlinkJob;
import io.xunjian.cluster.rest.FlinkJobs;
import io.xunjian.rules.Instants;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The jobs of a Flink cluster. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {"Tells the jobs that the cluster knows.", "With the newest checkpoint of each."},
        sortOptions = false)
final class SubmitListCommand implements Callable<Integer> {

    @Mixin
    private FlinkOption flink;

    @Option(names = "--json", description = "As JSON.")
    private boolean isJson;

    @Override
    public Integer call() throws IOException {
        FlinkJobs jobs = flink.jobs();
        List<FlinkJob> all = jobs.list();
        if (isJson) {
            json(all, jobs);
            return 0;
        }
        System.out.printf("%-34s%-10s%-12s%-24s%s%n", "job", "name", "status", "started", "newest checkpoint");
        for (FlinkJob job : all) {
            System.out.printf(
                    "%-34s%-10s%-12s%-24s%s%n",
                    job.id(),
                    job.name(),
                    job.status(),
                    Instants.readable(job.startedAt()),
                    jobs.newestCheckpoint(job.id())
                            .map(checkpoint -> Instants.readable(checkpoint.completedAt()))
                            .orElse("none"));
        }
        return 0;
    }

    private static void json(List<FlinkJob> all, FlinkJobs jobs) throws IOException {
        JsonPrint.to(System.out, json -> {
            json.writeStartArray();
            for (FlinkJob job : all) {
                json.writeStartObject();
                json.writeStringField("jobId", job.id());
                json.writeStringField("name", job.name());
                json.writeStringField("status", job.status().name());
                json.writeNumberField("startedAt", job.startedAt());
                Optional<Checkpoint> newest = jobs.newestCheckpoint(job.id());
                if (newest.isPresent()) {
                    json.writeStringField("checkpoint", newest.get().path());
                    json.writeNumberField("checkpointAt", newest.get().completedAt());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
