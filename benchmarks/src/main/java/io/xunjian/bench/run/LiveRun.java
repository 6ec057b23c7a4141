package io.xunjian.bench.run;

import io.xunjian.bench.contender.OursLive;
import io.xunjian.bench.kafka.AlertTopic;
import io.xunjian.bench.kafka.Kafka;
import io.xunjian.cluster.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The live job in a process of its own, on RocksDB, over an empty broker. */
public final class LiveRun implements AutoCloseable {

    private final Kafka kafka;
    private final AlertTopic alerts;
    private final Child job;

    private LiveRun(Kafka kafka, AlertTopic alerts, Child job) {
        this.kafka = kafka;
        this.alerts = alerts;
        this.job = job;
    }

    /** Starts both; forgets what an earlier run left in the folder. */
    public static LiveRun start(Path folder, int port, List<String> settings)
            throws IOException, InterruptedException, ExecutionException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        Kafka kafka = Kafka.start(folder.resolve("kafka"), port);
        List<String> arguments = new ArrayList<>(List.of("rocksdb"));
        arguments.addAll(settings);
        Contender ours =
                Contender.kafka("live", Contender.Finds.ALL, OursLive.class, "1500m", arguments.toArray(String[]::new));
        List<String> command =
                JavaCommand.of(ours, kafka.bootstrap(), folder.resolve("flink").toString());
        AlertTopic alerts = kafka.emptyAlerts();
        LiveRun run = new LiveRun(kafka, alerts, Child.start(command, folder.resolve("live.log")));
        run.job.awaitStart();
        return run;
    }

    public String bootstrap() {
        return kafka.bootstrap();
    }

    public AlertTopic alerts() {
        return alerts;
    }

    @Override
    public void close() {
        job.close();
        kafka.close();
    }
}
