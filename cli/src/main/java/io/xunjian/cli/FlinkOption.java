package io.xunjian.cli;

import io.xunjian.cluster.rest.FlinkJob;
import io.xunjian.cluster.rest.FlinkJobs;
import io.xunjian.cluster.rest.FlinkRest;
import io.xunjian.jobs.SettingsRejected;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;

/** Which Flink cluster a command is about. */
final class FlinkOption {

    @Option(
            names = "--cluster",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8081",
            description =
                    "Flink's REST address; with a standby both, comma separated: one that is down is passed over. Default:"
                            + " ${DEFAULT-VALUE}")
    private String addresses;

    String addresses() {
        return addresses;
    }

    FlinkJobs jobs() {
        return new FlinkJobs(FlinkRest.at(addresses));
    }

    /** Whether a cluster answers: where not, that is one more fault. */
    boolean answers(List<String> faults) {
        try {
            FlinkRest.at(addresses).get("/overview");
            return true;
        } catch (IOException e) {
            faults.add(e.getMessage());
            return false;
        }
    }

    /**
     * The job of that id.
     *
     * @param start of an id, enough to tell it from others
     */
    static FlinkJob running(String start, FlinkJobs jobs) throws IOException, SettingsRejected {
        List<FlinkJob> found = jobs.list().stream()
                .filter(job -> job.isAlive() && job.id().startsWith(start))
                .toList();
        if (found.size() != 1) {
            throw new SettingsRejected(List.of((found.isEmpty() ? "No job runs" : "More than one job runs")
                    + " whose id begins with '" + start + "'; './xunjian submit list' names those that do."));
        }
        return found.get(0);
    }
}
