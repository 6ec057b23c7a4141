package io.xunjian.cli.chaos;

import java.io.IOException;

/** The broker is killed and nobody starts it again, for a minute. */
final class BrokerAway implements Scenario.Script {

    private static final long AWAY_MS = 60_000;
    private static final double MIDDLE = 0.6;

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        run.job().start();
        run.feed().start(MIDDLE);
        run.feed().await(0.1 + run.dice().nextDouble() * 0.3);
        run.idle(2_000);
        run.strike(() -> {
            run.stage().freezeSupervisor();
            run.stage().kill("kafka");
            Thread.sleep(AWAY_MS);
            run.stage().thaw();
        });
    }
}
