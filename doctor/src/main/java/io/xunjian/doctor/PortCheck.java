package io.xunjian.doctor;

import io.xunjian.cluster.LoopbackPort;
import java.io.IOException;
import java.util.List;

/** The port of the page of a Flink that runs on this machine with the job. */
final class PortCheck implements Check {

    @Override
    public Area area() {
        return Area.MACHINE;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws IOException {
        int port = patient.plan().port();
        if (patient.cluster() != null || port == 0 || new LoopbackPort(port, "Flink", "").isFree()) {
            return List.of();
        }
        return List.of(Condition.PORT_TAKEN.because(
                "Port " + port + ", for Flink's page, is in use by another program",
                "Stop it, or choose another with --flink-port; if it is a Flink cluster, name it with --cluster"));
    }
}
