package io.xunjian.cli;

import io.xunjian.backtest.Comparison;
import io.xunjian.backtest.report.HtmlReport;
import io.xunjian.jobs.BacktestJob;
import io.xunjian.jobs.BacktestSettings;
import io.xunjian.jobs.SettingsRejected;
import io.xunjian.replay.Replay;
import io.xunjian.replay.TooBigForMemory;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--events",
            required = true,
            paramLabel = "DIR",
            description = "<stream>.jsonl, <stream>.jsonl.gz or <stream>/*.jsonl[.gz] for each stream.")
    private Path events;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the results go.")
    private Path out;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Rule files that replace the built-in rules of the same code.")
    private Path rules;

    @Option(
            names = "--candidate",
            paramLabel = "DIR",
            description = {
                "Rule files over those of --rules, to be tried: in the same pass, what they would have found",
                "(candidate-alerts.jsonl) and in what that differs (diff.jsonl)."
            })
    private Path candidate;

    @Option(
            names = "--sweep",
            paramLabel = "SWEEP",
            description = {
                "RULE.parameter=FROM..TO/STEP or RULE.parameter=A,B,C: in the same pass, how many alerts and shops",
                "each value gives."
            })
    private String sweep;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description =
                    "The horizon: epoch milliseconds or RFC 3339 with an offset. Default: the greatest event time.")
    private String until;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description =
                    "local: in memory, on all cores (default). flink: with state on disk, for what outgrows memory.")
    private Engine engine = Engine.LOCAL;

    @Option(names = "--no-report", description = "Write no report.html: it takes a reading of all alerts.")
    private boolean isWithoutReport;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean isJson;

    @Override
    public Integer call() throws Exception {
        BacktestSettings settings = BacktestSettings.from(arguments());
        checkOut();
        long start = System.nanoTime();
        Summary summary = engine == Engine.LOCAL ? local(settings) : flink(settings);
        double seconds = (System.nanoTime() - start) / 1e9;
        writeForPeople(summary);
        if (isJson) {
            System.out.print(Files.readString(out.resolve(OutFolder.SUMMARY)));
        } else {
            new Report(System.out).print(summary, out, seconds);
        }
        return 0;
    }

    /** What no engine writes: what the candidate changes, added up, and the page. */
    private void writeForPeople(Summary summary) throws IOException {
        OutFolder folder = new OutFolder(out);
        Trial trial = summary.trial();
        if (trial.hasCandidate()) {
            folder.write(summary, Comparison.read(out.resolve(OutFolder.DIFF)));
        }
        if (!isWithoutReport) {
            HtmlReport.write(folder, trial.book(Trial.BASELINE));
        }
    }

    /** The settings are read, and refused, in one place: the job's. */
    private String[] arguments() {
        List<String> arguments = new ArrayList<>(List.of("--events", events.toString(), "--out", out.toString()));
        if (rules != null) {
            arguments.addAll(List.of("--rules", rules.toString()));
        }
        if (candidate != null) {
            arguments.addAll(List.of("--candidate", candidate.toString()));
        }
        if (sweep != null) {
            arguments.addAll(List.of("--sweep", sweep));
        }
        if (until != null) {
            arguments.addAll(List.of("--until", until));
        }
        return arguments.toArray(String[]::new);
    }

    private void checkOut() throws SettingsRejected {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new SettingsRejected(List.of("--out: " + out + " is a file, expected a folder"));
        }
    }

    private Summary local(BacktestSettings settings) throws IOException, TooBigForMemory, SettingsRejected {
        try (ProgressLine progress = progressLine()) {
            int threads = Runtime.getRuntime().availableProcessors();
            return new Replay(settings.trial(), settings.until(), threads, progress)
                    .run(EventFiles.in(events), new OutFolder(out));
        } catch (TooBigForMemory e) {
            throw new SettingsRejected(List.of(e.getMessage()
                    + " Give it more with XUNJIAN_HEAP=8g, or use --engine flink, which keeps its state on disk."));
        }
    }

    private Summary flink(BacktestSettings settings) throws Exception {
        try (ProgressLine progress = progressLine()) {
            return BacktestJob.run(settings, progress::read);
        }
    }

    private ProgressLine progressLine() {
        return new ProgressLine(Terminal.isErr() && !isJson ? System.err : null);
    }
}
