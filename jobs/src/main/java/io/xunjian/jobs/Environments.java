package io.xunjian.jobs;

import java.time.Duration;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Execution environments that refuse what would lose state or speed later: Kryo, operators without a uid. */
final class Environments {

    /** One for the whole job, never to be changed: key groups are laid out by it. */
    static final int MAX_PARALLELISM = 720;

    /** An alert waits for the next watermark, and its way for full buffers: of the 250 ms that it may take, the larger part. */
    private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(50);

    private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(20);

    private static final String FOREVER = "exponential-delay";

    private Environments() {}

    /**
     * For a live run: RocksDB, checkpoints, restarts.
     *
     * @param given settings that go before these
     */
    static StreamExecutionEnvironment streaming(Duration checkpointInterval, Configuration given) {
        Configuration configuration = strict();
        configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        configuration.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true); // most keys that are asked for are new
        // those in heap would be written where judges write theirs
        configuration.set(
                RocksDBOptions.TIMER_SERVICE_FACTORY, EmbeddedRocksDBStateBackend.PriorityQueueStateType.ROCKSDB);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointInterval);
        configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL);
        configuration.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
        configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, WatchSettings.CHECKPOINT_TIMEOUT);
        configuration.set(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, checkpointInterval.dividedBy(2));
        configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, 3);
        configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 5);
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, FOREVER);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, 10);
        configuration.addAll(given);
        return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    }

    /** For a backtest: it reads all, then judges; a task that fails is run again. */
    static StreamExecutionEnvironment bounded(RuntimeExecutionMode mode) {
        Configuration configuration = strict();
        configuration.set(ExecutionOptions.RUNTIME_MODE, mode);
        return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    }

    private static Configuration strict() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true); // every record is immutable
        configuration.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        configuration.set(PipelineOptions.OPERATOR_CHAINING_CHAIN_OPERATORS_WITH_DIFFERENT_MAX_PARALLELISM, false);
        return configuration;
    }
}
