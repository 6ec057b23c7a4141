package io.xunjian.doctor;

import java.io.IOException;
import java.util.List;

/** Whether the job finds room. */
final class SlotsCheck implements Check {

    @Override
    public Area area() {
        return Area.CLUSTER;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws IOException {
        if (!patient.hasCluster() || patient.plan().replaced() != null) {
            return List.of();
        }
        int free = patient.cluster().overview().path("slots-available").asInt();
        int all = patient.cluster().overview().path("slots-total").asInt();
        int needed = patient.parallelism();
        return free >= needed
                ? List.of()
                : List.of(Condition.NO_FREE_SLOTS.because(
                        "The job needs " + needed + " slots, and " + free + " of the cluster's " + all + " are free",
                        "Stop a job, add a TaskManager, or set --parallelism lower"));
    }
}
