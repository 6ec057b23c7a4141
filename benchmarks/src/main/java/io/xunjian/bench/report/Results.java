package io.xunjian.bench.report;

import io.xunjian.bench.run.Measured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** All runs so far, and the medians of each contender over each workload. */
public final class Results {

    private final List<Measured> runs = new ArrayList<>();

    public synchronized void add(Measured run) {
        runs.add(run);
    }

    public List<Measured> runs() {
        return runs;
    }

    /** One line of the table: medians over the runs without a fault. */
    public record Row(
            String workload,
            String contender,
            int runs,
            double whole,
            double net,
            double cpu,
            double peakMib,
            String fault) {}

    public List<Row> rows() {
        Map<String, List<Measured>> byContender = new LinkedHashMap<>();
        runs.forEach(run -> byContender
                .computeIfAbsent(run.workload() + ' ' + run.contender(), key -> new ArrayList<>())
                .add(run));
        return byContender.values().stream()
                .map(Results::row)
                .sorted(Comparator.comparing(Row::workload).thenComparing(Row::whole))
                .toList();
    }

    private static Row row(List<Measured> all) {
        List<Measured> good = all.stream().filter(run -> run.fault() == null).toList();
        List<Measured> some = good.isEmpty() ? all : good;
        String fault = all.stream()
                .map(Measured::fault)
                .filter(why -> why != null)
                .findFirst()
                .orElse(null);
        return new Row(
                all.get(0).workload(),
                all.get(0).contender(),
                good.size(),
                median(some, run -> run.cost().wholeSeconds()),
                median(some, run -> run.cost().netSeconds()),
                median(some, run -> run.cost().cpuSeconds()),
                median(some, run -> run.cost().peakMib()),
                fault);
    }

    private static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** A contender's median of the time that is compared, absent where no run of it was good. */
    OptionalDouble seconds(String workload, String contender, ToDoubleFunction<Row> figure) {
        return rows().stream()
                .filter(row ->
                        row.workload().equals(workload) && row.contender().equals(contender) && row.runs() > 0)
                .mapToDouble(figure)
                .findFirst();
    }
}
