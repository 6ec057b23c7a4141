package io.xunjian.cli.chaos;

import io.xunjian.cluster.CannotStart;
import io.xunjian.cluster.rest.RestRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The newest checkpoint is damaged when the job is to go on there. It may be refused: then the one before is taken. What it
 * may not be is taken for whole.
 */
record DamagedCheckpoint(Damage damage) implements Scenario.Script {

    private static final double MIDDLE = 0.6;

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        run.startJob();
        run.feed().start(MIDDLE);
        run.feed().await(MIDDLE);
        run.awaitCheckpoints(3);
        run.restart(() -> {
            String job = run.job();
            run.endJob();
            List<Path> newestFirst = checkpoints(run.stage().folder().path().resolve("checkpoints/" + job));
            damage.to(newestFirst.get(0), run.dice());
            try {
                run.startJob(newestFirst.get(0).toString(), 2);
                run.note("was taken as it is");
            } catch (CannotStart | RestRefused e) {
                run.note("refused: " + e.getMessage());
                run.endJob();
                run.startJob(newestFirst.get(1).toString(), 2);
            }
        });
    }

    private static List<Path> checkpoints(Path ofJob) throws IOException {
        try (var all = Files.list(ofJob)) {
            return all.filter(path -> Files.exists(path.resolve(Damage.METADATA)))
                    .sorted(Comparator.comparingLong((Path path) ->
                                    Long.parseLong(path.getFileName().toString().substring("chk-".length())))
                            .reversed())
                    .toList();
        }
    }
}
