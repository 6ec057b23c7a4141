package io.xunjian.cli;

import io.xunjian.backtest.Comparison;
import io.xunjian.backtest.ExampleHistories;
import io.xunjian.backtest.Gate;
import io.xunjian.backtest.LabelScores;
import io.xunjian.backtest.report.HtmlReport;
import io.xunjian.jobs.BacktestSettings;
import io.xunjian.jobs.SettingsRejected;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What a backtest is told, wherever it runs, and what comes after the judging. */
final class BacktestOptions {

    /** Runs the backtest and writes its files. */
    @FunctionalInterface
    interface Run {
        Summary judge(BacktestSettings settings) throws Exception;
    }

    @Option(
            names = "--events",
            paramLabel = "DIR",
            description = "<stream>.jsonl, <stream>.jsonl.gz or <stream>/*.jsonl[.gz] for each stream.")
    private Path events;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = {
                "In place of --events: the live topics, up to their present ends. Runs on Flink; joins no consumer group",
                "and writes nothing to Kafka."
            })
    private String kafka;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "With --kafka: earlier records, by their own timestamps, are not read.")
    private String from;

    @Option(names = "--kafka-properties", paramLabel = "FILE", description = "With --kafka: further client settings.")
    private Path kafkaProperties;

    @Option(
            names = "--topic-prefix",
            paramLabel = "TEXT",
            description = "With --kafka: before the name of every topic.")
    private String topicPrefix;

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
            names = "--shadow",
            description = "In place of --candidate: the shadow versions of the rule book are tried.")
    private boolean isShadow;

    @Option(
            names = "--sweep",
            paramLabel = "SWEEP",
            description = {
                "RULE.parameter=FROM..TO/STEP or RULE.parameter=A,B,C: in the same pass, how many alerts and shops",
                "each value gives."
            })
    private String sweep;

    @Option(
            names = "--fail-if",
            paramLabel = "GATE",
            description = {
                "Exit code 3 where the candidate changes that much, such as 'added > 100' or 'RULE.removed >= 1'; of",
                "added, removed, changed, shops, amountFen. May be given several times."
            })
    private List<String> gates = List.of();

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = {
                "What people decided, one JSON object a line: alertId (or ruleCode, subjectId, from, until) and label,",
                "TRUE_POSITIVE or FALSE_POSITIVE: precision and recall of each rule."
            })
    private Path labels;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description =
                    "The horizon: epoch milliseconds or RFC 3339 with an offset. Default: the greatest event time.")
    private String until;

    @Option(names = "--no-report", description = "Write no report.html: it takes a reading of all alerts.")
    private boolean isWithoutReport;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean isJson;

    /** Whether the events are in Kafka. */
    boolean isOfKafka() {
        return kafka != null;
    }

    Path events() {
        return events;
    }

    Path out() {
        return out;
    }

    /** Checks everything, runs, writes what comes after the judging, and tells; returns the exit code. */
    int judge(Run run) throws Exception {
        BacktestSettings settings = BacktestSettings.from(arguments().toArray(String[]::new));
        List<Gate> limits = checked();
        LabelScores scores = labels == null ? null : LabelScores.of(labels);
        long start = System.nanoTime();
        Summary summary = run.judge(settings);
        double seconds = (System.nanoTime() - start) / 1e9;
        OutFolder folder = new OutFolder(out);
        Comparison comparison = !summary.trial().hasCandidate() ? null : compared(summary.horizon());
        List<Summary.Part> parts = new ArrayList<>();
        if (comparison != null) {
            parts.add(comparison);
        }
        if (scores != null) {
            parts.add(scored(scores, summary.trial().hasCandidate()));
        }
        folder.write(summary, parts.toArray(Summary.Part[]::new));
        if (!isWithoutReport) {
            HtmlReport.write(folder, summary.trial().book(Trial.BASELINE));
        }
        if (isJson) {
            System.out.print(Files.readString(out.resolve(OutFolder.SUMMARY)));
        } else {
            Report report = new Report(System.out);
            report.print(summary, seconds);
            report.print(comparison);
            report.print(scores);
            report.printFiles(out, summary);
        }
        return hold(limits, comparison) ? 0 : Main.GATE_FAILED;
    }

    private Comparison compared(long horizon) throws IOException {
        Comparison comparison = Comparison.read(out.resolve(OutFolder.DIFF));
        if (events != null) {
            ExampleHistories.tell(comparison, EventFiles.in(events), horizon);
        }
        return comparison;
    }

    private LabelScores scored(LabelScores scores, boolean hasCandidate) throws IOException {
        scores.score("baseline", out.resolve(OutFolder.ALERTS));
        return !hasCandidate ? scores : scores.score("candidate", out.resolve(OutFolder.CANDIDATE_ALERTS));
    }

    private static boolean hold(List<Gate> limits, Comparison comparison) {
        List<Gate> failed =
                limits.stream().filter(gate -> gate.fails(comparison)).toList();
        failed.forEach(gate -> System.err.println(
                "xunjian: the candidate fails --fail-if '" + gate.text() + "': it is " + gate.value(comparison)));
        return failed.isEmpty();
    }

    /** Every fault that the options have. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        try {
            BacktestSettings.from(arguments().toArray(String[]::new));
        } catch (SettingsRejected e) {
            faults.addAll(e.faults());
        }
        try {
            checked();
        } catch (SettingsRejected e) {
            faults.addAll(e.faults());
        }
        return faults;
    }

    /** The settings are read, and refused, in one place: the job's. They hold in any working directory. */
    List<String> arguments() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("--events", events);
        given.put("--kafka", kafka);
        given.put("--from", from);
        given.put("--kafka-properties", kafkaProperties);
        given.put("--topic-prefix", topicPrefix);
        given.put("--out", out);
        given.put("--rules", rules);
        given.put("--candidate", candidate);
        given.put("--shadow", isShadow ? true : null);
        given.put("--sweep", sweep);
        given.put("--until", until);
        List<String> arguments = new ArrayList<>();
        given.forEach((name, value) -> {
            if (value != null) {
                Object seen = value instanceof Path path ? path.toAbsolutePath().normalize() : value;
                arguments.addAll(List.of(name, seen.toString()));
            }
        });
        return arguments;
    }

    /** What the job does not know of: faults are told before it runs. */
    private List<Gate> checked() throws SettingsRejected {
        List<String> faults = new ArrayList<>();
        if (Files.exists(out) && !Files.isDirectory(out)) {
            faults.add("--out: " + out + " is a file, expected a folder");
        }
        if (labels != null && !Files.isReadable(labels)) {
            faults.add("--labels: there is no file " + labels);
        }
        if (!gates.isEmpty() && candidate == null && !isShadow) {
            faults.add("--fail-if has nothing to compare: --candidate is missing");
        }
        List<Gate> limits = new ArrayList<>();
        for (String gate : gates) {
            try {
                limits.add(Gate.of(gate));
            } catch (IllegalArgumentException e) {
                faults.add("--fail-if " + e.getMessage());
            }
        }
        if (!faults.isEmpty()) {
            throw new SettingsRejected(faults);
        }
        return limits;
    }

    ProgressLine progressLine() {
        return new ProgressLine(Terminal.isErr() && !isJson ? System.err : null);
    }
}
