package io.xunjian.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Settings of the cluster that a live job relies on. */
final class ClusterSettingsCheck implements Check {

    private static final String CHECKPOINTS = "execution.checkpointing.dir";
    private static final String SAVEPOINTS = "execution.checkpointing.savepoint-dir";
    private static final List<String> EVERYONE = List.of("0.0.0.0", "::", "[::]");

    @Override
    public Area area() {
        return Area.CLUSTER;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws IOException {
        if (!patient.hasCluster()) {
            return List.of();
        }
        ClusterFacts cluster = patient.cluster();
        List<Ailment> ailments = new ArrayList<>();
        if (cluster.setting(CHECKPOINTS) == null) {
            ailments.add(Condition.CHECKPOINTS_IN_MEMORY.because(
                    "The cluster has no " + CHECKPOINTS
                            + ": checkpoints are in the JobManager's memory and end with it",
                    "Set it to a folder that all TaskManagers and the JobManager see"));
        }
        if (cluster.setting(SAVEPOINTS) == null) {
            ailments.add(Condition.SAVEPOINTS_NOWHERE.because(
                    "The cluster has no " + SAVEPOINTS + ": './xunjian submit stop' and 'upgrade' cannot work",
                    "Set it to a folder that all of it sees"));
        }
        String bind = cluster.setting("rest.bind-address");
        if (bind != null && EVERYONE.contains(bind)) {
            ailments.add(Condition.REST_OPEN.because(
                    "rest.bind-address of the cluster is " + bind + ": whoever reaches it can run code there",
                    "Bind it to an address that only you reach, or put it behind a proxy that asks who comes"));
        }
        return ailments;
    }
}
