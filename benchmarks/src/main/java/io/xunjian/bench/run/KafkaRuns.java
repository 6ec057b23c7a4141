package io.xunjian.bench.run;

import io.xunjian.bench.kafka.AlertTopic;
import io.xunjian.bench.kafka.EventTopics;
import io.xunjian.bench.kafka.Kafka;
import io.xunjian.bench.workload.NetAlerts;
import io.xunjian.bench.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Runs contenders over a workload in Kafka, whose broker is a process of its own, and checks what they find. */
public final class KafkaRuns implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Workload workload;
    private final Path work;
    private final Kafka kafka;
    private final NetAlerts truth;

    private KafkaRuns(Workload workload, Path work, Kafka kafka) {
        this.workload = workload;
        this.work = work;
        this.kafka = kafka;
        this.truth = workload.truth();
    }

    /** Starts a broker and loads the workload. */
    public static KafkaRuns start(Workload workload, Path work, int port)
            throws IOException, InterruptedException, ExecutionException {
        Kafka kafka = Kafka.start(work.resolve("kafka"), port);
        KafkaRuns runs = new KafkaRuns(workload, work, kafka);
        Path loaded = work.resolve("kafka-loaded");
        if (!Files.exists(loaded)) {
            EventTopics.load(kafka.bootstrap(), workload);
            Files.createFile(loaded);
        }
        return runs;
    }

    public Measured run(Contender contender) throws IOException, InterruptedException, ExecutionException {
        AlertTopic alerts = kafka.emptyAlerts();
        Path checkpoints = Files.createTempDirectory(work, contender.name());
        List<String> command = JavaCommand.of(contender, kafka.bootstrap(), checkpoints.toString());
        try (Child child = Child.start(command, work.resolve(contender.name() + ".log"))) {
            boolean isDone = alerts.awaitEnd(truth.count(), PATIENCE);
            AlertTopic.Read read = alerts.read("LATE_SHIPMENT");
            String fault = !child.isAlive()
                    ? "ended by itself; see its log"
                    : !isDone ? "not done" : read.alerts().equals(truth) ? null : "finds other alerts";
            return new Measured(contender.name(), workload.name(), child.costUntil(read.lastAt()), fault);
        }
    }

    @Override
    public void close() {
        kafka.close();
    }
}
