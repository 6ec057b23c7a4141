package io.xunjian.cli.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.cluster.CannotStart;
import io.xunjian.cluster.rest.ClusterSilent;
import io.xunjian.cluster.rest.FlinkJobs;
import io.xunjian.cluster.rest.JobStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.JobStatus;

/** One scenario while it runs: its cluster, its job, what is sent, what was done to it. */
final class Run {

    /** How long a busy machine may take for what takes seconds. */
    static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String ENTRY = "io.xunjian.jobs.WatchJob";
    private static final long LOOK_EVERY_MS = 100;

    private final Stage stage;
    private final Feed feed;
    private final Path jar;
    private final Random dice;
    private final boolean isShort;
    private final Map<String, String> settings;
    private final List<Long> recoveries = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long deadLetters;
    private boolean isUndisturbed;
    private int faults;
    private String job;

    Run(Stage stage, Feed feed, Path jar, Random dice, boolean isShort, Map<String, String> settings) {
        this.stage = stage;
        this.feed = feed;
        this.jar = jar;
        this.dice = dice;
        this.isShort = isShort;
        this.settings = settings;
    }

    Stage stage() {
        return stage;
    }

    Feed feed() {
        return feed;
    }

    Random dice() {
        return dice;
    }

    boolean isShort() {
        return isShort;
    }

    String job() {
        return job;
    }

    /** A further setting of the job, from its next start on. */
    void set(String name, String value) {
        settings.put(name, value);
    }

    /** Starts the live job and waits for its first checkpoint. */
    void startJob(String from, int parallelism) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("--bootstrap", stage.bootstrap()));
        settings.forEach((name, value) -> arguments.addAll(List.of("--" + name, value)));
        FlinkJobs jobs = stage.jobs();
        job = jobs.start(jobs.upload(jar), new JobStart(ENTRY, arguments, from, false, parallelism));
        long giveUpAt = System.currentTimeMillis() + PATIENCE.toMillis();
        while (newestCheckpointBegan() == 0) {
            JobStatus status = status();
            if (status.isGloballyTerminalState() || System.currentTimeMillis() > giveUpAt) {
                throw new CannotStart("The job is " + status + patiently(() -> jobs.failure(job)));
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private JobStatus status() throws IOException, InterruptedException {
        return patiently(() -> stage.jobs().status(job));
    }

    /** A question to Flink. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws IOException, InterruptedException;
    }

    /** Asks until there is an answer: a JobManager on a busy machine may take longer for one than users wait. */
    <T> T patiently(Question<T> question) throws IOException, InterruptedException {
        long giveUpAt = System.currentTimeMillis() + PATIENCE.toMillis();
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

    void startJob() throws IOException, InterruptedException {
        startJob(null, 2);
    }

    /** Something that is done to the cluster. */
    @FunctionalInterface
    interface Fault {
        void strike() throws IOException, InterruptedException;
    }

    /** Strikes, and waits until the job works again: until a checkpoint is complete that began after the fault was over. */
    void strike(Fault fault) throws IOException, InterruptedException {
        faults++;
        fault.strike();
        long over = System.currentTimeMillis();
        long giveUpAt = over + PATIENCE.toMillis();
        while (newestCheckpointBegan() <= over) {
            if (System.currentTimeMillis() > giveUpAt) {
                remark("no checkpoint within " + PATIENCE.toMinutes() + " min of fault " + faults);
                return;
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
        recoveries.add(System.currentTimeMillis() - over);
    }

    /** Ends the job and starts it again: the time that takes counts, from the first step to the first checkpoint. */
    void restart(Fault fault) throws IOException, InterruptedException {
        faults++;
        long startedAt = System.currentTimeMillis();
        fault.strike();
        recoveries.add(System.currentTimeMillis() - startedAt);
    }

    /** Ends the job, if it has not ended, without a savepoint. */
    void endJob() throws IOException, InterruptedException {
        if (!status().isGloballyTerminalState()) {
            patiently(() -> {
                stage.jobs().cancel(job);
                return null;
            });
        }
        awaitEnd();
    }

    void awaitEnd() throws IOException, InterruptedException {
        while (!status().isGloballyTerminalState()) {
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    /** Waits until a TaskManager has logged something; that it never does is a remark. */
    void awaitLog(String text) throws IOException, InterruptedException {
        long giveUpAt = System.currentTimeMillis() + PATIENCE.toMillis();
        while (!isLogged("taskmanager-1", text) && !isLogged("taskmanager-2", text)) {
            if (System.currentTimeMillis() > giveUpAt) {
                remark("no log says: " + text);
                return;
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private boolean isLogged(String part, String text) throws IOException {
        return Files.readString(stage.folder().log(part), StandardCharsets.ISO_8859_1)
                .contains(text);
    }

    /** That it restarts, or a checkpoint fails, until all is done is a remark. */
    void mayNotRestart() {
        isUndisturbed = true;
    }

    /** After the last alert. */
    void lookBack() throws IOException, InterruptedException {
        JsonNode counts = patiently(() -> stage.rest().get("/jobs/" + job + "/checkpoints"))
                .path("counts");
        int failed = counts.path("failed").asInt();
        int restored = counts.path("restored").asInt();
        if (isUndisturbed && failed + restored > 0) {
            remark("checkpoints failed: " + failed + ", restarts: " + restored);
        }
    }

    /** Waits for some more checkpoints: with exactly-once, what is said is seen after one. */
    void awaitCheckpoints(int count) throws IOException, InterruptedException {
        long giveUpAt = System.currentTimeMillis() + PATIENCE.toMillis();
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
    private long newestCheckpointBegan() {
        try {
            JsonNode all = stage.rest().get("/jobs/" + job + "/checkpoints");
            return all.path("latest")
                    .path("completed")
                    .path("trigger_timestamp")
                    .asLong();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Waits up to so long, by chance: so that faults strike at any point between two checkpoints. */
    void idle(int mostMs) throws InterruptedException {
        Thread.sleep(dice.nextInt(mostMs));
    }

    /** Something that the product should not do. */
    void remark(String text) {
        remarks.add(text);
    }

    /** Something worth knowing. */
    void note(String text) {
        notes.add(text);
    }

    List<String> notes() {
        return notes;
    }

    /** So many records beside the load are no events. */
    void expectDeadLetters(long more) {
        deadLetters += more;
    }

    long deadLetters() {
        return deadLetters;
    }

    List<Long> recoveries() {
        return recoveries;
    }

    List<String> remarks() {
        return remarks;
    }

    int faults() {
        return faults;
    }
}
