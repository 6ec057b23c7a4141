package io.xunjian.cli.chaos;

import java.util.List;

/** All scenarios. */
final class Scenarios {

    static final List<Scenario> ALL = List.of(
            Scenario.ofBoth(
                    "taskmanager-killed",
                    "kill -9 of TaskManagers under load",
                    false,
                    new KillUnderLoad(
                            6,
                            List.of(
                                    List.of("taskmanager-1"),
                                    List.of("taskmanager-2"),
                                    List.of("taskmanager-1", "taskmanager-2")))),
            Scenario.ofBoth(
                    "broker-killed",
                    "kill -9 of the broker under load",
                    false,
                    new KillUnderLoad(5, List.of(List.of("kafka")))),
            Scenario.ofBoth(
                    "jobmanager-killed",
                    "kill -9 of the leading JobManager, of the standby, of both",
                    true,
                    new KillUnderLoad(
                            5,
                            List.of(
                                    List.of("jobmanager"),
                                    List.of("jobmanager-standby"),
                                    List.of("jobmanager", "jobmanager-standby")))));

    private Scenarios() {}
}
