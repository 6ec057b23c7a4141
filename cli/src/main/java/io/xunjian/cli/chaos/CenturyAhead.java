package io.xunjian.cli.chaos;

import io.xunjian.cluster.Topics;
import io.xunjian.rules.event.Stream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** One record would move time for all that come after it. Heartbeats, as nothing but time is in them. */
final class CenturyAhead implements Scenario.Script {

    private static final List<Instant> AHEAD =
            List.of(Instant.parse("2099-06-01T00:00:00Z"), Instant.parse("2125-06-01T00:00:00Z"));

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        run.job().start();
        run.feed().start(0.9);
        run.feed().await(0.1 + run.dice().nextDouble() * 0.3);
        run.strike(() -> {
            for (Stream stream : Stream.values()) {
                for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                    for (Instant ahead : AHEAD) {
                        String json = "{\"eventId\":\"ahead-%d\",\"eventType\":\"HEARTBEAT\",\"eventTime\":%d}"
                                .formatted(ahead.toEpochMilli(), ahead.toEpochMilli());
                        run.feed()
                                .send(stream, partition, run.feed().now(), null, json.getBytes(StandardCharsets.UTF_8));
                        run.expectDeadLetters(1);
                    }
                }
            }
        });
    }
}
