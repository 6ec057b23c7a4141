package io.xunjian.bench.peers.flinksql;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.config.ExecutionConfigOptions;
import org.apache.flink.table.api.config.TableConfigOptions;

/** Flink in this process, on the loopback address. */
final class Environment {

    private static final int PARALLELISM = 2;
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

    private Environment() {}

    /**
     * For an input without end. Without mini-batches: with them the deduplication tells rows ahead of the watermark and takes
     * them back. Without a time to live: what is known of an order is never forgotten.
     *
     * @param backend {@code heap} or {@code rocksdb}
     */
    static StreamTableEnvironment live(Path workFolder, String backend) {
        StreamTableEnvironment env = StreamTableEnvironment.create(
                StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM, local(workFolder, backend)));
        env.getConfig().set(TableConfigOptions.LOCAL_TIME_ZONE, "Asia/Shanghai");
        // All of an order's alerts come from one task, in order: that of the last join.
        env.getConfig()
                .set(
                        ExecutionConfigOptions.TABLE_EXEC_SINK_UPSERT_MATERIALIZE,
                        ExecutionConfigOptions.UpsertMaterialize.NONE);
        return env;
    }

    private static Configuration local(Path workFolder, String backend) {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.ADDRESS, "127.0.0.1");
        configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        configuration.set(JobManagerOptions.BIND_HOST, "127.0.0.1");
        configuration.set(TaskManagerOptions.BIND_HOST, "127.0.0.1");
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
        configuration.set(CoreOptions.TMP_DIRS, workFolder.resolve("tmp").toString());
        configuration.set(PipelineOptions.OBJECT_REUSE, true); // operators copy the rows that they keep
        configuration.set(StateBackendOptions.STATE_BACKEND, backend.equals("heap") ? "hashmap" : backend);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, backend.equals("rocksdb"));
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                workFolder.resolve("checkpoints").toUri().toString());
        return configuration;
    }
}
