package io.xunjian.cli.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.cluster.Topics;
import io.xunjian.cluster.rest.FlinkJobs;
import io.xunjian.cluster.rest.JobStart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

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
    private final List<String> settings;
    private final List<Long> recoveries = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int faults;
    private String job;

    Run(Stage stage, Feed feed, Path jar, Random dice, boolean isShort, List<String> settings) {
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

    /** Starts the live job and waits for its first checkpoint. */
    void startJob(String from, int parallelism, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("--bootstrap", stage.bootstrap()));
        arguments.addAll(settings);
        arguments.addAll(List.of(more));
        FlinkJobs jobs = stage.jobs();
        job = jobs.start(jobs.upload(jar), new JobStart(ENTRY, arguments, from, false, parallelism));
        jobs.awaitCheckpoint(job, PATIENCE.toMillis());
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

    void remark(String text) {
        remarks.add(text);
    }

    TopicContents deadLetters() {
        return new TopicContents(stage.bootstrap(), Topics.DEAD_LETTERS, value -> {});
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
