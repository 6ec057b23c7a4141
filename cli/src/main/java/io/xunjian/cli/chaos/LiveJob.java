package io.xunjian.cli.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.xunjian.cluster.CannotStart;
import io.xunjian.cluster.rest.ClusterSilent;
import io.xunjian.cluster.rest.FlinkJobs;
import io.xunjian.cluster.rest.FlinkRest;
import io.xunjian.cluster.rest.JobStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobStatus;

/** The live job on a stage: one at a time, each with the settings of the one before. */
final class LiveJob {

    private static final String ENTRY = "io.xunjian.jobs.WatchJob";
    private static final long LOOK_EVERY_MS = 100;

    private final Stage stage;
    private final Path jar;
    private final Map<String, String> settings;
    private String id;

    /** @param settings that can be changed */
    LiveJob(Stage stage, Path jar, Map<String, String> settings) {
        this.stage = stage;
        this.jar = jar;
        this.settings = settings;
    }

    /** A further setting, from its next start on. */
    void set(String name, String value) {
        settings.put(name, value);
    }

    void start() throws IOException, InterruptedException {
        start(null, 2);
    }

    /** Starts it and waits for its first checkpoint. */
    void start(String from, int parallelism) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("--bootstrap", stage.bootstrap()));
        settings.forEach((name, value) -> arguments.addAll(List.of("--" + name, value)));
        FlinkJobs jobs = stage.jobs();
        id = jobs.start(jobs.upload(jar), new JobStart(ENTRY, arguments, from, false, parallelism));
        long giveUpAt = System.currentTimeMillis() + Run.PATIENCE.toMillis();
        while (newestCheckpointBegan() == 0) {
            JobStatus status = status();
            if (status.isGloballyTerminalState() || System.currentTimeMillis() > giveUpAt) {
                throw new CannotStart("The job is " + status + patiently(() -> jobs.failure(id)));
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    JobStatus status() throws IOException, InterruptedException {
        return patiently(() -> stage.jobs().status(id));
    }

    /** Why it failed. */
    String failure() throws IOException, InterruptedException {
        return patiently(() -> stage.jobs().failure(id));
    }

    /** Ends it at a savepoint, as for an upgrade; returns where that is. */
    String stop() throws IOException, InterruptedException {
        return patiently(() -> stage.jobs().stop(id));
    }

    /** Ends it, if it has not ended, without a savepoint. */
    void cancel() throws IOException, InterruptedException {
        if (!status().isGloballyTerminalState()) {
            patiently(() -> {
                stage.jobs().cancel(id);
                return null;
            });
        }
        awaitEnd();
    }

    /** Ends it after a savepoint, which commits nothing then; returns where that is. */
    String cancelAtSavepoint() throws IOException, InterruptedException {
        FlinkRest rest = stage.rest();
        String path = "/jobs/" + id + "/savepoints";
        String request = rest.post(path, Map.of("cancel-job", true, "formatType", "NATIVE"))
                .path("request-id")
                .asText();
        JsonNode operation = MissingNode.getInstance();
        while (!operation.has("location")) {
            Thread.sleep(LOOK_EVERY_MS);
            operation = patiently(() -> rest.get(path + '/' + request)).path("operation");
            if (operation.has("failure-cause")) {
                throw new IOException("No savepoint: " + operation.path("failure-cause"));
            }
        }
        awaitEnd();
        return operation.path("location").asText();
    }

    private void awaitEnd() throws IOException, InterruptedException {
        while (!status().isGloballyTerminalState()) {
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    /** Waits for some more checkpoints: with exactly-once, what is said is seen after one. */
    void awaitCheckpoints(int count) throws InterruptedException {
        long giveUpAt = System.currentTimeMillis() + Run.PATIENCE.toMillis();
        long last = newestCheckpointBegan();
        int seen = 0;
        while (seen < count && System.currentTimeMillis() < giveUpAt) {
            Thread.sleep(LOOK_EVERY_MS);
            long newest = newestCheckpointBegan();
            seen += newest > last ? 1 : 0;
            last = Math.max(last, newest);
        }
    }

    /** Epoch ms; 0 where there is none, or nobody says. */
    long newestCheckpointBegan() {
        try {
            JsonNode all = stage.rest().get("/jobs/" + id + "/checkpoints");
            return all.path("latest")
                    .path("completed")
                    .path("trigger_timestamp")
                    .asLong();
        } catch (IOException e) {
            return 0;
        }
    }

    /** What Flink tells of its checkpoints: how many failed, how long they took. */
    JsonNode checkpoints() throws IOException, InterruptedException {
        return patiently(() -> stage.rest().get("/jobs/" + id + "/checkpoints"));
    }

    /** Its checkpoints on disk that are complete, the newest first. */
    List<Path> keptCheckpoints() throws IOException {
        try (var all = Files.list(stage.folder().path().resolve("checkpoints").resolve(id))) {
            return all.filter(path -> Files.exists(path.resolve(Damage.METADATA)))
                    .sorted(Comparator.comparingLong((Path path) ->
                                    Long.parseLong(path.getFileName().toString().substring("chk-".length())))
                            .reversed())
                    .toList();
        }
    }

    /** A question to Flink. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException, InterruptedException;
    }

    /** Asks until there is an answer: a JobManager on a busy machine may take longer for one than users wait. */
    private static <T> T patiently(Question<T> question) throws IOException, InterruptedException {
        long giveUpAt = System.currentTimeMillis() + Run.PATIENCE.toMillis();
        while (true) {
            try {
                return question.ask();
            } catch (ClusterSilent e) {
                if (System.currentTimeMillis() > giveUpAt) {
                    throw e;
                }
                Thread.sleep(LOOK_EVERY_MS);
            }
        }
    }
}
