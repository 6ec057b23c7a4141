package io.xunjian.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.cluster.LocalFlink;
import io.xunjian.cluster.SecuredBroker;
import io.xunjian.cluster.rest.ClusterSilent;
import io.xunjian.cluster.rest.FlinkJobs;
import io.xunjian.cluster.rest.FlinkRest;
import io.xunjian.jobs.Topics;
import io.xunjian.jobs.WatchJob;
import io.xunjian.jobs.WatchSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Flink with a real job, and checkpoints of it that the next job cannot go on from. */
class StateConditionsIT {

    private static final long PATIENCE_MS = 60_000;

    @TempDir
    private static Path folder;

    private static SecuredBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = SecuredBroker.start(folder);
        new SoundTopics(broker.open(), "t-").create();
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @Test
    void aCheckpointOfTheSameJobIsSound() throws Exception {
        String checkpoint = savepoint("same", new Configuration());
        assertThat(from(checkpoint).ailments()).isEmpty();
        damaged(checkpoint);
        consultation()
                .with("rules-only", "CS_UNREACHABLE")
                .planned(plan -> plan.from(checkpoint, false))
                .finds(Condition.SAVEPOINT_ORPHANS, "judge-orders", "--allow-non-restored");
        assertThat(consultation()
                        .with("rules-only", "CS_UNREACHABLE")
                        .planned(plan -> plan.from(checkpoint, true))
                        .ailments())
                .isEmpty();
    }

    @Test
    void aCheckpointWithAnotherMaxParallelismIsTold() throws Exception {
        Configuration other = new Configuration();
        other.set(PipelineOptions.MAX_PARALLELISM, 360);
        String checkpoint = savepoint("other", other);
        from(checkpoint).finds(Condition.SAVEPOINT_MAX_PARALLELISM, "360", "720");
    }

    @Test
    void whereNoSavepointIsThatIsTold() throws Exception {
        from(folder.toString()).finds(Condition.SAVEPOINT_MISSING, folder.toString(), "_metadata");
    }

    @Test
    void aClusterWithAJobOfThisGroupAndNoFoldersIsTold() throws Exception {
        try (LocalFlink flink = LocalFlink.start(0, 2, folder.resolve("twin"))) {
            run("twin", new Configuration(), flink);
            String address = flink.address();
            Consultation twin = Consultation.over(broker.open(), folder)
                    .with("topic-prefix", "t-")
                    .with("group", "twin")
                    .planned(plan -> plan.on(address, 1));
            twin.finds(Condition.JOB_RUNS_ALREADY, "as group twin already");
            twin.finds(Condition.CHECKPOINTS_IN_MEMORY);
            twin.finds(Condition.CONNECTOR_ON_CLUSTER, "flink-connector-kafka"); // it is the class path of this test
            twin.planned(plan -> plan.on(address, 99)).finds(Condition.NO_FREE_SLOTS, "needs 99 slots");
        }
    }

    /** Half of one, as after a disk was full. */
    private void damaged(String checkpoint) throws Exception {
        Path whole = Path.of(checkpoint, "_metadata");
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.createDirectories(folder.resolve("half"));
        Files.write(half.resolve("_metadata"), Arrays.copyOf(bytes, bytes.length / 2));
        from(half.toString()).finds(Condition.SAVEPOINT_UNREADABLE, half.toString());
    }

    private static String[] job(String group) {
        return new String[] {
            "--bootstrap", broker.open(), "--topic-prefix", "t-", "--group", group, "--checkpoint-interval", "PT0.5S"
        };
    }

    /** Where a job was stopped after its first checkpoint. */
    private static String savepoint(String group, Configuration other) throws Exception {
        Path own = folder.resolve(group);
        try (LocalFlink flink = LocalFlink.start(0, 2, own)) {
            flink.stop(run(group, other, flink));
        }
        try (var files = Files.walk(own.resolve("checkpoints"), 3)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow()
                    .getParent()
                    .toString();
        }
    }

    /** Runs a job up to its first checkpoint. */
    private static JobID run(String group, Configuration other, LocalFlink flink) throws Exception {
        WatchSettings settings = WatchSettings.from(job(group));
        Configuration configuration = flink.forJobs();
        configuration.addAll(other);
        configuration.set(PipelineOptions.GLOBAL_JOB_PARAMETERS, WatchJob.parameters(job(group)));
        JobID job = flink.run(
                WatchJob.graph(
                        settings,
                        new Topics(settings.topicPrefix()).check(settings.client(), settings.book()),
                        configuration),
                group);
        awaitCheckpoint(job, new FlinkJobs(FlinkRest.at(flink.address())));
        return job;
    }

    /** Where all of it runs in one process, REST may take its time. */
    private static void awaitCheckpoint(JobID job, FlinkJobs jobs) throws Exception {
        long giveUpAt = System.currentTimeMillis() + PATIENCE_MS;
        while (true) {
            try {
                jobs.awaitCheckpoint(job.toString(), PATIENCE_MS);
                return;
            } catch (ClusterSilent e) {
                assertThat(System.currentTimeMillis()).isLessThan(giveUpAt);
            }
        }
    }

    private Consultation from(String place) {
        return consultation().planned(plan -> plan.from(place, false));
    }

    private Consultation consultation() {
        return Consultation.over(broker.open(), folder)
                .with("topic-prefix", "t-")
                .by(new SavepointCheck());
    }
}
