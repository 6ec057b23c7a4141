package io.xunjian.cli.chaos;

import java.io.IOException;

/** As for an upgrade, but with another parallelism each time. */
final class Rescaled implements Scenario.Script {

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        run.job().start(null, 1);
        double first = 0.2 + run.dice().nextDouble() * 0.2;
        double second = first + 0.2 + run.dice().nextDouble() * 0.2;
        run.feed().start(second + 0.1);
        run.feed().await(first);
        resumeWith(4, run);
        run.feed().await(second);
        resumeWith(2, run);
    }

    private static void resumeWith(int parallelism, Run run) throws IOException, InterruptedException {
        run.restart(() -> {
            String savepoint = run.job().stop();
            run.job().start(savepoint, parallelism);
        });
    }
}
