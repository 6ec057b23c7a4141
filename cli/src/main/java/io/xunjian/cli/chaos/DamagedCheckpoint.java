package io.xunjian.cli.chaos;

import io.xunjian.cluster.CannotStart;
import io.xunjian.cluster.rest.RestRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The newest checkpoint is damaged when the job is to go on there. It may be refused: then the one before is taken. What it
 * may not be is taken for whole.
 */
record DamagedCheckpoint(Damage damage) implements Scenario.Script {

    private static final double MIDDLE = 0.6;

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        run.job().start();
        run.feed().start(MIDDLE);
        run.feed().await(MIDDLE);
        run.job().awaitCheckpoints(3);
        run.restart(() -> {
            run.job().cancel();
            List<Path> newestFirst = run.job().keptCheckpoints();
            damage.to(newestFirst.get(0), run.dice());
            try {
                run.job().start(newestFirst.get(0).toString(), 2);
                run.note("was taken as it is");
            } catch (CannotStart | RestRefused e) {
                run.note("refused: " + e.getMessage());
                run.job().cancel();
                run.job().start(newestFirst.get(1).toString(), 2);
            }
        });
    }
}
