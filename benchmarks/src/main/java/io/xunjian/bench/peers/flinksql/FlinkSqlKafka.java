package io.xunjian.bench.peers.flinksql;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * Late shipments as they happen, by Flink SQL: events from Kafka, alerts to Kafka, at least once. The SQL is in {@code
 * tables.sql}, {@code views.sql} and {@code alerts.sql}.
 *
 * <p>{@code main(bootstrap, workFolder, backend)}: {@code heap} or {@code rocksdb}. Runs until it is ended.
 */
public final class FlinkSqlKafka {

    private FlinkSqlKafka() {}

    public static void main(String[] args) throws Exception {
        Path workFolder = Files.createDirectories(Path.of(args[1]).toAbsolutePath());
        Scripts scripts = new Scripts(args[0]);

        StreamTableEnvironment env = Environment.live(workFolder, args[2]);
        scripts.statements("tables.sql").forEach(env::executeSql);
        scripts.statements("views.sql").forEach(env::executeSql);
        TableResult alerts = env.executeSql(scripts.whole("alerts.sql"));

        JobClient job = alerts.getJobClient().orElseThrow();
        System.out.println("started");
        job.getJobExecutionResult().get();
    }
}
