package io.xunjian.bench.run;

import io.xunjian.bench.workload.AlertLines;
import io.xunjian.bench.workload.NetAlerts;
import io.xunjian.bench.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Runs contenders over a workload's files, and checks what they find. */
public final class FileRuns {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final String LATE_SHIPMENT = "LATE_SHIPMENT";

    private final Workload workload;
    private final Path work;

    /** What is to be found: in a full market, what the first run finds. */
    private NetAlerts truth;

    public FileRuns(Workload workload, Path work) {
        this.workload = workload;
        this.work = work;
    }

    public Measured run(Contender contender) throws IOException, InterruptedException {
        Path out = Files.createDirectories(work.resolve(contender.name()));
        Path alerts = out.resolve("alerts.jsonl");
        Files.deleteIfExists(alerts);
        List<String> command = JavaCommand.of(contender, workload.folder().toString(), out.toString());
        try (Child child = Child.start(command, work.resolve(contender.name() + ".log"))) {
            String fault = null;
            try {
                child.await(PATIENCE);
            } catch (IOException e) {
                fault = e.getMessage();
            }
            Cost cost = child.costUntil(System.currentTimeMillis());
            return new Measured(
                    contender.name(), workload.name(), cost, fault == null ? fault(contender, alerts) : fault);
        }
    }

    private String fault(Contender contender, Path alerts) throws IOException {
        if (contender.finds() == Contender.Finds.NOTHING) {
            return null;
        }
        boolean isOfOrders = workload.kind() == Workload.Kind.ORDERS;
        NetAlerts found = AlertLines.read(alerts, isOfOrders ? LATE_SHIPMENT : null);
        if (truth == null) {
            truth = isOfOrders ? workload.truth() : found;
        }
        return found.equals(truth) ? null : "finds other alerts";
    }
}
