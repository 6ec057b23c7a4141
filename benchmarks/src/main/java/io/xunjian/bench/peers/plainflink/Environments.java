package io.xunjian.bench.peers.plainflink;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink in this process, on the loopback address; no type may fall back to Kryo. */
final class Environments {

    private static final int PARALLELISM = 2;
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

    private Environments() {}

    /** For a bounded input, sorted by key first. */
    static StreamExecutionEnvironment batch(Path workFolder) {
        Configuration configuration = local(workFolder);
        configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
        return env(configuration);
    }

    /**
     * For a bounded input in the order of its time; without checkpoints.
     *
     * @param backend {@code heap} or {@code rocksdb}
     */
    static StreamExecutionEnvironment streaming(Path workFolder, String backend) {
        Configuration configuration = local(workFolder);
        configuration.set(StateBackendOptions.STATE_BACKEND, backend.equals("heap") ? "hashmap" : backend);
        return env(configuration);
    }

    /**
     * For an input without end.
     *
     * @param backend {@code heap} or {@code rocksdb}
     */
    static StreamExecutionEnvironment live(Path workFolder, String backend) {
        Configuration configuration = local(workFolder);
        configuration.set(StateBackendOptions.STATE_BACKEND, backend.equals("heap") ? "hashmap" : backend);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, backend.equals("rocksdb"));
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                workFolder.resolve("checkpoints").toUri().toString());
        return env(configuration);
    }

    private static Configuration local(Path workFolder) {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.ADDRESS, "127.0.0.1");
        configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        configuration.set(JobManagerOptions.BIND_HOST, "127.0.0.1");
        configuration.set(TaskManagerOptions.BIND_HOST, "127.0.0.1");
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
        configuration.set(CoreOptions.TMP_DIRS, workFolder.resolve("tmp").toString());
        configuration.set(PipelineOptions.OBJECT_REUSE, true); // nothing that was handed on is changed
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        return configuration;
    }

    private static StreamExecutionEnvironment env(Configuration configuration) {
        return StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM, configuration);
    }
}
