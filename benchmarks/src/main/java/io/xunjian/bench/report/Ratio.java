package io.xunjian.bench.report;

import io.xunjian.bench.report.Results.Row;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A figure of ours beside one of a peer, and what is wanted of it.
 *
 * @param limit at most so many times the peer's, where {@code isAtMost}; else the peer's is at least so many times ours
 */
record Ratio(
        String says,
        String workload,
        String ours,
        String peerWorkload,
        String peer,
        boolean isAtMost,
        double limit,
        ToDoubleFunction<Row> figure) {

    /** Those that the project sets itself. */
    static final List<Ratio> WANTED = List.of(
            atMost("replay, W1: of DuckDB, nine fields each", "W1", "ours-replay", "W1", "duckdb-verdicts", 1.5),
            atMost("replay, W1: of DuckDB, whole alerts", "W1", "ours-replay", "W1", "duckdb-alerts", 1.5),
            atMost("replay, W2, all rules: of decoding alone", "W2", "ours-replay", "W2", "decode-only", 3),
            atMost("replay: 16 million orders of 4 million", "W3-16m", "ours-replay", "W3-4m", "ours-replay", 4.4),
            faster("live on RocksDB, all rules: than plain Flink, one", "ours-live-rocksdb", "plain-live-rocksdb", 2),
            faster("live on RocksDB, all rules: than Flink SQL, one", "ours-live-rocksdb", "flink-sql-rocksdb", 15),
            faster("live on heap, all rules: than plain Flink, one", "ours-live-heap", "plain-live-heap", 1.5),
            faster("live on RocksDB, all rules: than Kafka Streams, one", "ours-live-rocksdb", "kafka-streams", 1),
            new Ratio(
                    "Flink batch, all rules: than plain Flink batch, one",
                    "W1",
                    "ours-flink-batch",
                    "W1",
                    "plain-flink-batch",
                    false,
                    2,
                    Row::whole));

    private static Ratio atMost(
            String says, String workload, String ours, String peerWorkload, String peer, double limit) {
        return new Ratio(says, workload, ours, peerWorkload, peer, true, limit, Row::whole);
    }

    /** Live, from when each says that its work begins. */
    private static Ratio faster(String says, String ours, String peer, double limit) {
        return new Ratio(says, "W1", ours, "W1", peer, false, limit, Row::net);
    }

    /** The ratio in the direction of the limit; absent where either was not measured. */
    OptionalDouble of(Results results) {
        OptionalDouble mine = results.seconds(workload, ours, figure);
        OptionalDouble theirs = results.seconds(peerWorkload, peer, figure);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                isAtMost ? mine.getAsDouble() / theirs.getAsDouble() : theirs.getAsDouble() / mine.getAsDouble());
    }

    boolean isReached(double ratio) {
        return isAtMost ? ratio <= limit : ratio >= limit;
    }

    String wanted() {
        return String.format(Locale.ROOT, "%s %.1f", isAtMost ? "<=" : ">=", limit);
    }
}
