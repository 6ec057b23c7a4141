package io.xunjian.cli.chaos;

import java.io.IOException;
import java.time.Duration;

/** A process stands still, its connections open, and goes on: to others it was dead meanwhile. */
record Freeze(String part, Duration length) implements Scenario.Script {

    private static final double MIDDLE = 0.6;

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        run.job().start();
        run.feed().start(MIDDLE);
        run.feed().await(0.1 + run.dice().nextDouble() * 0.3);
        run.idle(2_000);
        run.strike(() -> {
            run.stage().freeze(part);
            Thread.sleep(length.toMillis());
            run.stage().thaw();
        });
    }
}
