package io.xunjian.cli.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One scenario while it runs: its cluster, its job, what is sent, what was done to it. */
final class Run {

    /** How long a busy machine may take for what takes seconds. */
    static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final long LOOK_EVERY_MS = 100;
    private static final long NOT_COUNTED = -1;

    private final Stage stage;
    private final Feed feed;
    private final LiveJob job;
    private final Random dice;
    private final boolean isShort;
    private final List<Long> recoveries = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long deadLetters;
    private long disturbancesBefore = NOT_COUNTED;
    private int faults;

    Run(Stage stage, Feed feed, LiveJob job, Random dice, boolean isShort) {
        this.stage = stage;
        this.feed = feed;
        this.job = job;
        this.dice = dice;
        this.isShort = isShort;
    }

    Stage stage() {
        return stage;
    }

    Feed feed() {
        return feed;
    }

    LiveJob job() {
        return job;
    }

    Random dice() {
        return dice;
    }

    boolean isShort() {
        return isShort;
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
        while (job.newestCheckpointBegan() <= over) {
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

    /** That it restarts, or a checkpoint fails, from now until all is done is a remark. */
    void mayNotRestart() throws IOException, InterruptedException {
        disturbancesBefore = disturbances(job.checkpoints());
    }

    /** After the last alert. */
    void lookBack() throws IOException, InterruptedException {
        if (disturbancesBefore == NOT_COUNTED) {
            return;
        }
        JsonNode checkpoints = job.checkpoints();
        long disturbances = disturbances(checkpoints) - disturbancesBefore;
        if (disturbances > 0) {
            remark("checkpoints that failed, and restarts: " + disturbances);
        }
        long longest = checkpoints.at("/summary/end_to_end_duration/max").asLong();
        note("the longest checkpoint took %.1f s".formatted(longest / 1e3));
    }

    private static long disturbances(JsonNode checkpoints) {
        JsonNode counts = checkpoints.path("counts");
        return counts.path("failed").asLong() + counts.path("restored").asLong();
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
