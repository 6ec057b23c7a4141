package io.xunjian.doctor;

import io.xunjian.cluster.rest.FlinkJob;
import io.xunjian.cluster.rest.FlinkJobs;
import io.xunjian.jobs.WatchSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two jobs of one group would each say everything, and with exactly-once end each other's transactions. */
final class SameJobCheck implements Check {

    @Override
    public Area area() {
        return Area.CLUSTER;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws IOException {
        if (!patient.hasCluster()) {
            return List.of();
        }
        FlinkJobs jobs = new FlinkJobs(patient.cluster().rest());
        List<Ailment> ailments = new ArrayList<>();
        for (FlinkJob other : jobs.list()) {
            if (other.isAlive()
                    && !other.id().equals(patient.plan().replaced())
                    && isSame(jobs.settings(other.id()), patient.settings())) {
                ailments.add(Condition.JOB_RUNS_ALREADY.because(
                        "Job " + other.id() + " watches these topics as group "
                                + patient.settings().group() + " already",
                        "'./xunjian submit upgrade " + other.id()
                                + "' puts this one in its place; --set group=NAME runs it beside"));
            }
        }
        return ailments;
    }

    private static boolean isSame(Map<String, String> theirs, WatchSettings ours) {
        return ours.client().getProperty("bootstrap.servers").equals(theirs.get("bootstrap"))
                && ours.group().equals(theirs.getOrDefault("group", WatchSettings.GROUP))
                && ours.topicPrefix().equals(theirs.getOrDefault("topic-prefix", ""));
    }
}
