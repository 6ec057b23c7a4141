package io.xunjian.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * Flink on this machine, in this process, with its web page. Keeps checkpoints in a folder, so that a job goes on where it
 * was, also after this process was killed.
 */
public final class LocalFlink implements AutoCloseable {

    private static final long STOP_SECONDS = 20;
    private static final int RETAINED = 5;

    private final MiniCluster cluster;
    private final Path checkpoints;

    private LocalFlink(MiniCluster cluster, Path checkpoints) {
        this.cluster = cluster;
        this.checkpoints = checkpoints;
    }

    /**
     * Starts it, on the loopback address only.
     *
     * @param port of the web page and of REST; 0 for any
     * @param slots how many parts of a job run at once
     * @param folder where checkpoints are kept
     */
    public static LocalFlink start(int port, int slots, Path folder) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.PORT, port);
        configuration.set(RestOptions.BIND_PORT, String.valueOf(port));
        configuration.set(RestOptions.ADDRESS, "127.0.0.1");
        configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        configuration.set(JobManagerOptions.BIND_HOST, "127.0.0.1");
        configuration.set(TaskManagerOptions.BIND_HOST, "127.0.0.1");
        // of a job's own settings Flink takes no notice of this one
        configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, RETAINED);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
        Path checkpoints = Files.createDirectories(folder.resolve("checkpoints"));
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
        cluster.start();
        return new LocalFlink(cluster, checkpoints.toAbsolutePath());
    }

    /** Where to look at it: {@code http://127.0.0.1:8081}. */
    public String address() throws Exception {
        return cluster.getRestAddress().get().toString();
    }

    /** The settings that a job needs to keep its checkpoints here. */
    public Configuration forJobs() {
        Configuration configuration = new Configuration();
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        return configuration;
    }

    /** Runs a job, from where an earlier run of it got to, if there was one. */
    public JobID run(StreamExecutionEnvironment job, String name) throws Exception {
        StreamGraph graph = job.getStreamGraph();
        graph.setJobName(name);
        JobGraph jobGraph = graph.getJobGraph();
        Optional<Path> snapshot = newestSnapshot();
        if (snapshot.isPresent()) {
            jobGraph.setSavepointRestoreSettings(
                    SavepointRestoreSettings.forPath(snapshot.get().toUri().toString(), false));
        }
        return cluster.submitJob(jobGraph).get().getJobID();
    }

    public JobStatus status(JobID job) throws Exception {
        return cluster.getJobStatus(job).get();
    }

    /** Ends a job so that the next run of it goes on without doing anything twice. */
    public void stop(JobID job) throws InterruptedException {
        try {
            cluster.stopWithSavepoint(job, checkpoints.toUri().toString(), false, SavepointFormatType.NATIVE)
                    .get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            cluster.cancelJob(job).join(); // it goes on from its last checkpoint
        }
    }

    /** The newest checkpoint or savepoint that is whole: one half written has no metadata. */
    private Optional<Path> newestSnapshot() throws IOException {
        try (var files = Files.walk(checkpoints, 3)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .max(Comparator.comparing(LocalFlink::written))
                    .map(Path::getParent);
        }
    }

    private static long written(Path file) {
        return file.toFile().lastModified();
    }

    @Override
    public void close() {
        cluster.closeAsync().join();
    }
}
