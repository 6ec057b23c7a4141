package io.xunjian.cli.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.xunjian.cluster.rest.FlinkRest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The job stands still for longer than Kafka keeps a transaction open. */
enum ExpiredTransactions implements Scenario.Script {
    /** All of Flink's processes stand still, wherever they are. */
    WHILE_FROZEN {
        @Override
        void standStill(Run run) throws IOException, InterruptedException {
            run.strike(() -> {
                run.stage().freeze("taskmanager-1");
                run.stage().freeze("taskmanager-2");
                run.stage().freeze("jobmanager");
                Thread.sleep(STANDS_STILL_MS);
                run.stage().thaw();
            });
        }
    },

    /**
     * The worst moment: a snapshot is complete and what was said before it is not committed. A savepoint that is not the
     * job's last step commits nothing, so that cancelling after it always strikes there.
     */
    BETWEEN_SNAPSHOT_AND_COMMIT {
        @Override
        void standStill(Run run) throws IOException, InterruptedException {
            run.restart(() -> {
                String savepoint = cancelAtSavepoint(run);
                Thread.sleep(STANDS_STILL_MS);
                run.startJob(savepoint, 2);
            });
        }
    };

    private static final String TIMEOUT_MS = "8000";

    /** The broker looks for transactions that are over time every 10 s. */
    private static final long STANDS_STILL_MS = 30_000;

    abstract void standStill(Run run) throws IOException, InterruptedException;

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        Path client = run.stage().folder().path().resolve("short-transactions.properties");
        Files.writeString(client, "transaction.timeout.ms=" + TIMEOUT_MS + '\n');
        run.set("kafka-properties", client.toString());
        run.startJob();
        run.feed().start(0.6);
        run.feed().await(0.2 + run.dice().nextDouble() * 0.3);
        run.idle(2_000);
        standStill(run);
    }

    private static String cancelAtSavepoint(Run run) throws IOException, InterruptedException {
        FlinkRest rest = run.stage().rest();
        String path = "/jobs/" + run.job() + "/savepoints";
        String request = rest.post(path, Map.of("cancel-job", true, "formatType", "NATIVE"))
                .path("request-id")
                .asText();
        JsonNode operation = MissingNode.getInstance();
        while (!operation.has("location")) {
            Thread.sleep(200);
            operation = run.patiently(() -> rest.get(path + '/' + request)).path("operation");
        }
        run.awaitEnd();
        return operation.path("location").asText();
    }
}
