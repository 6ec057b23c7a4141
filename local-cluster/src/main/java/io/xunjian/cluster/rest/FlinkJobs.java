package io.xunjian.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.xunjian.cluster.CannotStart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobStatus;

/** The jobs of a cluster. */
public final class FlinkJobs {

    private static final long LOOK_EVERY_MS = 200;
    private static final long PATIENCE_WITH_SILENCE_NANOS = 60_000_000_000L;

    private final FlinkRest rest;

    /** Those of the cluster that this speaks with. */
    public FlinkJobs(FlinkRest rest) {
        this.rest = rest;
    }

    /** All that it remembers, the last started first. */
    public List<FlinkJob> list() throws IOException {
        List<FlinkJob> jobs = new ArrayList<>();
        for (JsonNode job : rest.get("/jobs/overview").path("jobs")) {
            jobs.add(new FlinkJob(
                    job.path("jid").asText(),
                    job.path("name").asText(),
                    JobStatus.valueOf(job.path("state").asText()),
                    job.path("start-time").asLong()));
        }
        jobs.sort((a, b) -> Long.compare(b.startedAt(), a.startedAt()));
        return jobs;
    }

    /** Uploads a jar; returns its id. */
    public String upload(Path jar) throws IOException {
        String name = rest.upload("/jars/upload", jar).path("filename").asText();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Starts a job from a jar that was uploaded, and forgets the jar; returns the job's id. */
    public String start(String jar, JobStart start) throws IOException {
        try {
            JobStart parallel = start.parallelism() > 0 ? start : start.withParallelism(parallelism());
            return rest.post("/jars/" + jar + "/run", parallel.body())
                    .path("jobid")
                    .asText();
        } finally {
            rest.delete("/jars/" + jar);
        }
    }

    /** The cluster's own: a job that is started by REST has 1 unless it is told. */
    private int parallelism() throws IOException {
        for (JsonNode setting : rest.get("/jobmanager/config")) {
            if (setting.path("key").asText().equals("parallelism.default")) {
                return setting.path("value").asInt(1);
            }
        }
        return 1;
    }

    /** Where people look at it. */
    public String address(String job) {
        return rest.address() + "/#/job/running/" + job + "/overview";
    }

    /** What became of a job so far. */
    public JobStatus status(String job) throws IOException {
        return JobStatus.valueOf(
                rest.get("/jobs/" + job + "/status").path("status").asText());
    }

    /**
     * Flink remembers for some seconds what it told of a job last. What is asked after this is no older than this: the
     * accumulators of a job that has finished here are its last ones.
     */
    private JobStatus rememberedStatus(String job) throws IOException {
        return JobStatus.valueOf(rest.get("/jobs/" + job).path("state").asText());
    }

    /** The settings that it was started with, where it tells them. */
    public Map<String, String> settings(String job) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        executionConfig(job)
                .path("user-config")
                .properties()
                .forEach(setting ->
                        settings.put(setting.getKey(), setting.getValue().asText()));
        return settings;
    }

    /** How many parts of it run side by side; 0 where it does not tell. */
    public int parallelism(String job) throws IOException {
        return Math.max(0, executionConfig(job).path("job-parallelism").asInt(0));
    }

    private JsonNode executionConfig(String job) throws IOException {
        return rest.get("/jobs/" + job + "/config").path("execution-config");
    }

    /** Its newest completed checkpoint; none of a job without any. */
    public Optional<Checkpoint> newestCheckpoint(String job) throws IOException {
        JsonNode newest = checkpoints(job).path("latest").path("completed");
        return newest.isObject()
                ? Optional.of(new Checkpoint(
                        newest.path("id").asLong(),
                        newest.path("external_path").asText(),
                        newest.path("latest_ack_timestamp").asLong()))
                : Optional.empty();
    }

    private JsonNode checkpoints(String job) throws IOException {
        try {
            return rest.get("/jobs/" + job + "/checkpoints");
        } catch (RestRefused e) { // so Flink says where none are made, or not yet
            return MissingNode.getInstance();
        }
    }

    /** What its accumulators say now: those that are numbers. */
    public Map<String, Long> counts(String job) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        for (JsonNode counter : rest.get("/jobs/" + job + "/accumulators").path("user-task-accumulators")) {
            String value = counter.path("value").asText();
            if (value.matches("-?\\d+")) {
                counts.put(counter.path("name").asText(), Long.valueOf(value));
            }
        }
        return counts;
    }

    /**
     * Waits for the first checkpoint.
     *
     * @throws CannotStart if the job ends instead, or there is none within so long
     */
    public Checkpoint awaitCheckpoint(String job, long patienceMs) throws IOException, InterruptedException {
        long giveUpAt = System.currentTimeMillis() + patienceMs;
        Optional<Checkpoint> first = newestCheckpoint(job);
        while (first.isEmpty()) {
            JobStatus status = status(job);
            if (status.isGloballyTerminalState()) {
                throw new CannotStart("The job has " + status + failure(job));
            }
            if (System.currentTimeMillis() > giveUpAt) {
                throw new CannotStart("The job is " + status + " and has completed no checkpoint within "
                        + patienceMs / 1000 + " s" + failure(job) + "; see " + address(job));
            }
            Thread.sleep(LOOK_EVERY_MS);
            first = newestCheckpoint(job);
        }
        return first.get();
    }

    /**
     * Waits for the end of a job.
     *
     * @param progress is told now and then what its accumulators say
     * @throws CannotStart if it fails or is cancelled
     */
    public void awaitEnd(String job, Consumer<Map<String, Long>> progress) throws IOException, InterruptedException {
        long silentSince = 0;
        while (true) {
            try {
                JobStatus status = rememberedStatus(job);
                silentSince = 0;
                if (status == JobStatus.FINISHED) {
                    return;
                }
                if (status.isGloballyTerminalState()) {
                    throw new CannotStart("The job has " + status + failure(job));
                }
                progress.accept(counts(job));
            } catch (IOException e) {
                // a standby takes some seconds to know of the job
                silentSince = silentSince == 0 ? System.nanoTime() : silentSince;
                if (System.nanoTime() - silentSince > PATIENCE_WITH_SILENCE_NANOS) {
                    throw e;
                }
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    /** Stops a job at a savepoint; returns where that lies. */
    public String stop(String job) throws IOException, InterruptedException {
        String request = rest.post("/jobs/" + job + "/stop", Map.of("drain", false, "formatType", "NATIVE"))
                .path("request-id")
                .asText();
        while (true) {
            JsonNode savepoint = rest.get("/jobs/" + job + "/savepoints/" + request);
            if (savepoint.path("status").path("id").asText().equals("COMPLETED")) {
                JsonNode operation = savepoint.path("operation");
                if (operation.has("location")) {
                    return operation.path("location").asText();
                }
                String trace =
                        operation.path("failure-cause").path("stack-trace").asText();
                throw new CannotStart("The job was not stopped: " + RootCause.of(trace));
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    /** Ends a job without a savepoint. */
    public void cancel(String job) throws IOException {
        rest.patch("/jobs/" + job + "?mode=cancel");
    }

    /** Why it failed last, to be put after a sentence; nothing where it did not. */
    public String failure(String job) throws IOException {
        JsonNode last = rest.get("/jobs/" + job + "/exceptions")
                .path("exceptionHistory")
                .path("entries")
                .path(0);
        return last.isObject() ? ": " + RootCause.of(last.path("stacktrace").asText()) : "";
    }
}
