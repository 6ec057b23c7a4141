package io.xunjian.cli.chaos;

import io.xunjian.rules.event.Stream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;

/**
 * Each stream's partitions are doubled; keys move. The job looks for new ones every 30 s, in which simulated time must not
 * run on for days: nothing is sent meanwhile.
 */
final class PartitionsAdded implements Scenario.Script {

    private static final int PARTITIONS = 4;
    private static final long UNTIL_DISCOVERED_MS = 45_000;

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        double when = 0.3 + run.dice().nextDouble() * 0.4;
        run.job().start();
        run.feed().start(when);
        run.feed().await(when);
        run.strike(() -> {
            add(run.stage().bootstrap());
            Thread.sleep(UNTIL_DISCOVERED_MS);
        });
        run.feed().spreadHeartbeats(PARTITIONS);
    }

    private static void add(String bootstrap) throws IOException, InterruptedException {
        Map<String, NewPartitions> more = new HashMap<>();
        for (Stream stream : Stream.values()) {
            more.put(stream.topic(), NewPartitions.increaseTo(PARTITIONS));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createPartitions(more).all().get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
