package io.xunjian.bench.run;

import static io.xunjian.bench.run.Contender.Finds.ALL;
import static io.xunjian.bench.run.Contender.Finds.LATE_SHIPMENTS;
import static io.xunjian.bench.run.Contender.Finds.NOTHING;

import io.xunjian.bench.contender.OursLive;
import io.xunjian.bench.contender.OursStreaming;
import io.xunjian.bench.kafka.EventTopics;
import io.xunjian.bench.peers.decode.DecodeOnly;
import io.xunjian.bench.peers.duckdb.LateShipments;
import io.xunjian.bench.peers.flinksql.FlinkSqlKafka;
import io.xunjian.bench.peers.kafkastreams.KafkaStreamsPeer;
import io.xunjian.bench.peers.plainflink.PlainFlinkFiles;
import io.xunjian.bench.peers.plainflink.PlainFlinkKafka;
import java.time.Duration;
import java.util.List;

/** Everybody who takes part. */
public final class Contenders {

    private static final String SMALL_HEAP = "512m";
    private static final String FLINK_HEAP = "2g";

    /** As {@code ./xunjian watch} has. */
    private static final String LIVE_HEAP = "1500m";

    private static final String DISORDER =
            Duration.ofMillis(EventTopics.DISORDER).toString();

    public static final List<Contender> ALL_OF_THEM = List.of(
            Contender.command("ours-replay", ALL, "backtest", "--no-report", "--events", "{events}", "--out", "{out}"),
            Contender.command(
                    "ours-flink-batch",
                    ALL,
                    "backtest",
                    "--no-report",
                    "--engine",
                    "flink",
                    "--events",
                    "{events}",
                    "--out",
                    "{out}"),
            Contender.files("ours-flink-heap", ALL, OursStreaming.class, FLINK_HEAP),
            Contender.files("decode-only", NOTHING, DecodeOnly.class, SMALL_HEAP),
            Contender.files("duckdb-verdicts", LATE_SHIPMENTS, LateShipments.class, SMALL_HEAP, "verdicts"),
            Contender.files("duckdb-alerts", LATE_SHIPMENTS, LateShipments.class, SMALL_HEAP, "alerts"),
            Contender.files("plain-flink-batch", LATE_SHIPMENTS, PlainFlinkFiles.class, FLINK_HEAP, "batch"),
            Contender.files("plain-flink-heap", LATE_SHIPMENTS, PlainFlinkFiles.class, FLINK_HEAP, "heap"),
            Contender.files("plain-flink-rocksdb", LATE_SHIPMENTS, PlainFlinkFiles.class, FLINK_HEAP, "rocksdb"),
            Contender.kafka("ours-live-heap", ALL, OursLive.class, LIVE_HEAP, "hashmap", "--disorder", DISORDER),
            Contender.kafka("ours-live-rocksdb", ALL, OursLive.class, LIVE_HEAP, "rocksdb", "--disorder", DISORDER),
            Contender.kafka("plain-live-heap", LATE_SHIPMENTS, PlainFlinkKafka.class, LIVE_HEAP, "heap"),
            Contender.kafka("plain-live-rocksdb", LATE_SHIPMENTS, PlainFlinkKafka.class, LIVE_HEAP, "rocksdb"),
            Contender.kafka("flink-sql-heap", LATE_SHIPMENTS, FlinkSqlKafka.class, LIVE_HEAP, "heap"),
            Contender.kafka("flink-sql-rocksdb", LATE_SHIPMENTS, FlinkSqlKafka.class, LIVE_HEAP, "rocksdb"),
            Contender.kafka("kafka-streams", LATE_SHIPMENTS, KafkaStreamsPeer.class, LIVE_HEAP)
                    .withRocksDbOfKafkaStreams());

    private Contenders() {}
}
