package io.xunjian.bench;

import io.xunjian.bench.report.Results;
import io.xunjian.bench.report.ResultsJson;
import io.xunjian.bench.report.Table;
import io.xunjian.bench.run.Contender;
import io.xunjian.bench.run.Contender.Finds;
import io.xunjian.bench.run.Contender.Input;
import io.xunjian.bench.run.Contenders;
import io.xunjian.bench.run.FileRuns;
import io.xunjian.bench.run.KafkaRuns;
import io.xunjian.bench.run.Measured;
import io.xunjian.bench.workload.Workload;
import io.xunjian.bench.workload.Workload.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./xunjian bench}: how fast it is, beside what a user would pick instead. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {MicroCommand.class, LatencyCommand.class},
        description = {
            "Makes workloads, runs ours and its peers over them in turn, each in a process of its own, checks that all",
            "find the same, and prints medians and ratios. The machine should have nothing else to do.",
            "W1: 2 million orders and their shipments, from files and from Kafka. W2: all six streams, every rule.",
            "W3: W1 with 1, 4 and 16 million orders, ours only."
        },
        sortOptions = false)
public final class Bench implements Callable<Integer> {

    private static final int W1_ORDERS = 2_000_000;
    private static final int W2_SHOPS = 3_000;
    private static final int[] W3_MILLIONS = {1, 4, 16};

    @Option(
            names = "--workloads",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "W1,W2,W3",
            description = "Default: ${DEFAULT-VALUE}")
    private List<String> workloads;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Contenders whose names begin so; --list shows them. Default: all.")
    private List<String> only = List.of("");

    @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "Of each. Default: ${DEFAULT-VALUE}")
    private int runs;

    @Option(
            names = "--scale",
            paramLabel = "SHARE",
            defaultValue = "1",
            description = "So much of each workload: 0.01 to try it out. Default: ${DEFAULT-VALUE}")
    private double scale;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".xunjian/bench",
            description = "Where workloads and results are kept; up to 40 GB. Default: ${DEFAULT-VALUE}")
    private Path data;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "19092",
            description = "Of the broker, and the next for its controller. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(names = "--list", description = "Names the contenders and ends.")
    private boolean isList;

    private final Results results = new Results();

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (isList) {
            Contenders.ALL_OF_THEM.forEach(contender -> System.out.println(contender.name()));
            return 0;
        }
        for (Workload workload : all()) {
            workload.make();
            run(workload);
        }
        Table.print(results, System.out);
        Path json = data.resolve("results.json");
        ResultsJson.write(results, json);
        System.out.println("\nEvery run: " + json);
        return results.runs().stream().allMatch(run -> run.fault() == null) ? 0 : 1;
    }

    private List<Workload> all() {
        List<Workload> all = new ArrayList<>();
        for (String name : workloads) {
            switch (name) {
                case "W1" -> all.add(workload("W1", Kind.ORDERS, W1_ORDERS));
                case "W2" -> all.add(workload("W2", Kind.FULL, W2_SHOPS));
                case "W3" -> {
                    for (int millions : W3_MILLIONS) {
                        all.add(workload("W3-" + millions + "m", Kind.ORDERS, millions * 1_000_000));
                    }
                }
                default ->
                    throw new CommandLine.ParameterException(
                            new CommandLine(this), "--workloads: there is no '" + name + "', only W1, W2 and W3");
            }
        }
        return all;
    }

    private Workload workload(String name, Kind kind, int size) {
        int scaled = Math.max(100, (int) (size * scale));
        return new Workload(name, data.resolve("%s-%d/events".formatted(name, scaled)), kind, scaled);
    }

    /** Each in turn, then each again: what else the machine does hits all alike. */
    private void run(Workload workload) throws Exception {
        Path work = workload.folder().getParent();
        List<Contender> overFiles = contenders(workload, Input.FILES);
        FileRuns files = new FileRuns(workload, work);
        for (int run = 0; run < runs; run++) {
            for (Contender contender : overFiles) {
                took(files.run(contender));
            }
        }
        List<Contender> overKafka = contenders(workload, Input.KAFKA);
        if (overKafka.isEmpty()) {
            return;
        }
        Files.createDirectories(work);
        try (KafkaRuns kafka = KafkaRuns.start(workload, work, port)) {
            for (int run = 0; run < runs; run++) {
                for (Contender contender : overKafka) {
                    took(kafka.run(contender));
                }
            }
        }
    }

    private List<Contender> contenders(Workload workload, Input input) {
        return Contenders.ALL_OF_THEM.stream()
                .filter(contender -> contender.input() == input)
                .filter(contender -> only.stream().anyMatch(contender.name()::startsWith))
                .filter(contender -> isFor(contender, workload))
                .toList();
    }

    /** Peers know late shipments only; how cost grows is of ours alone. */
    private static boolean isFor(Contender contender, Workload workload) {
        if (workload.name().startsWith("W3")) {
            return contender.name().equals("ours-replay");
        }
        return workload.kind() == Kind.ORDERS
                || (contender.input() == Input.FILES && contender.finds() != Finds.LATE_SHIPMENTS);
    }

    private void took(Measured run) {
        results.add(run);
        System.err.printf(
                Locale.ROOT,
                "%s %s: %.2f s, %.2f s net, %.1f s of processors, %d MiB%s%n",
                run.workload(),
                run.contender(),
                run.cost().wholeSeconds(),
                run.cost().netSeconds(),
                run.cost().cpuSeconds(),
                run.cost().peakMib(),
                run.fault() == null ? "" : "; " + run.fault());
    }
}
