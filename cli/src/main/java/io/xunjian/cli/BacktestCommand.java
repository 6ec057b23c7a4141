package io.xunjian.cli;

import io.xunjian.jobs.BacktestJob;
import io.xunjian.jobs.BacktestSettings;
import io.xunjian.jobs.SettingsRejected;
import io.xunjian.replay.Replay;
import io.xunjian.replay.TooBigForMemory;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges a history: what the live run would have found in it. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Judges a folder of events as of a horizon and writes alerts.jsonl, dead-letters.jsonl, summary.json and,",
            "for people, report.html. It finds what the live run of the same events finds."
        },
        sortOptions = false)
final class BacktestCommand implements Callable<Integer> {

    /** What judges. */
    enum Engine {
        LOCAL,
        FLINK
    }

    @Mixin
    private BacktestOptions options;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description =
                    "local: in memory, on all cores (default). flink: with state on disk, for what outgrows memory.")
    private Engine engine = Engine.LOCAL;

    @Override
    public Integer call() throws Exception {
        return options.judge(engine == Engine.LOCAL && !options.isOfKafka() ? this::local : this::flink);
    }

    private Summary local(BacktestSettings settings) throws IOException, TooBigForMemory, SettingsRejected {
        try (ProgressLine progress = options.progressLine()) {
            int threads = Runtime.getRuntime().availableProcessors();
            return new Replay(settings.trial(), settings.until(), threads, progress)
                    .run(EventFiles.in(options.events()), new OutFolder(options.out()));
        } catch (TooBigForMemory e) {
            throw new SettingsRejected(List.of(e.getMessage()
                    + " Give it more with XUNJIAN_HEAP=8g, or use --engine flink, which keeps its state on disk."));
        }
    }

    private Summary flink(BacktestSettings settings) throws Exception {
        try (ProgressLine progress = options.progressLine()) {
            return BacktestJob.run(settings, progress::read);
        }
    }
}
