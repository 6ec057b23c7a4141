package io.xunjian.cli.chaos;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** kill -9 at random moments while events come in. */
final class KillUnderLoad implements Scenario.Script {

    /** The rest comes when the last fault is over: no fault strikes a job that has nothing more to do. */
    private static final double UNTIL_FAULTS_ARE_OVER = 0.9;

    private static final int BETWEEN_CHECKPOINTS_MS = 2_000;

    private final List<List<String>> victims;
    private final int times;

    /** @param victims each a group of parts that are killed together; one group is drawn for each kill, the first first */
    KillUnderLoad(int times, List<List<String>> victims) {
        this.times = times;
        this.victims = victims;
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        run.job().start();
        run.feed().start(UNTIL_FAULTS_ARE_OVER);
        int strikes = run.isShort() ? victims.size() : times;
        List<Double> moments = IntStream.range(0, strikes)
                .mapToObj(i -> 0.05 + run.dice().nextDouble() * (UNTIL_FAULTS_ARE_OVER - 0.1))
                .sorted()
                .toList();
        for (int i = 0; i < strikes; i++) {
            run.feed().await(moments.get(i));
            run.idle(BETWEEN_CHECKPOINTS_MS);
            List<String> struck =
                    victims.get(i < victims.size() ? i : run.dice().nextInt(victims.size()));
            run.strike(() -> {
                for (String part : struck) {
                    run.stage().kill(part);
                }
            });
        }
    }
}
