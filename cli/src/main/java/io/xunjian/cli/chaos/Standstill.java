package io.xunjian.cli.chaos;

import io.xunjian.cluster.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The job stands still for longer than Kafka keeps a transaction open. */
enum Standstill implements Scenario.Script {
    /** All of Flink's processes stand still, wherever they are. */
    ANYWHERE {
        @Override
        void strike(Run run) throws IOException, InterruptedException {
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
     * job's last step commits nothing, so that cancelling after it always strikes there. To go on as if all were well is
     * the one thing that the product may not do; it may refuse, and go on where it says.
     */
    BETWEEN_SNAPSHOT_AND_COMMIT {
        @Override
        void strike(Run run) throws IOException, InterruptedException {
            run.restart(() -> {
                String savepoint = run.job().cancelAtSavepoint();
                Path before = run.job().keptCheckpoints().get(0);
                Thread.sleep(STANDS_STILL_MS);
                try {
                    run.job().start(savepoint, 2);
                    run.note("was taken as it is");
                } catch (CannotStart e) {
                    if (!e.getMessage().contains(SAYS)) {
                        throw e;
                    }
                    run.note("refused: " + e.getMessage());
                    run.job().start(before.toString(), 2);
                }
            });
        }
    };

    private static final String SAYS = "Kafka does not commit";
    private static final String TIMEOUT_MS = "8000";

    /** The broker looks for transactions that are over time every 10 s. */
    private static final long STANDS_STILL_MS = 30_000;

    abstract void strike(Run run) throws IOException, InterruptedException;

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        Path client = run.stage().folder().path().resolve("short-transactions.properties");
        Files.writeString(client, "transaction.timeout.ms=" + TIMEOUT_MS + '\n');
        run.job().set("kafka-properties", client.toString());
        run.job().start();
        run.feed().start(0.6);
        run.feed().await(0.2 + run.dice().nextDouble() * 0.3);
        run.idle(2_000);
        strike(run);
    }
}
