package io.xunjian.cli.chaos;

import java.time.Duration;
import java.util.List;

/** All scenarios. */
final class Scenarios {

    private static final Duration FREEZE = Duration.ofSeconds(20);

    static final List<Scenario> ALL = List.of(
            Scenario.ofBoth(
                    "taskmanager-killed",
                    "kill -9 of TaskManagers under load",
                    new KillUnderLoad(
                            6,
                            List.of(
                                    List.of("taskmanager-1"),
                                    List.of("taskmanager-2"),
                                    List.of("taskmanager-1", "taskmanager-2")))),
            Scenario.ofBoth(
                    "broker-killed",
                    "kill -9 of the broker under load",
                    new KillUnderLoad(5, List.of(List.of("kafka")))),
            Scenario.ofBoth(
                            "jobmanager-killed",
                            "kill -9 of either JobManager, and of both",
                            new KillUnderLoad(
                                    5,
                                    List.of(
                                            List.of("jobmanager"),
                                            List.of("jobmanager-standby"),
                                            List.of("jobmanager", "jobmanager-standby"))))
                    .withStandby(),
            Scenario.of(
                            "both-killed",
                            "one kill -9 each of a TaskManager and of the JobManager",
                            new KillUnderLoad(2, List.of(List.of("taskmanager-1"), List.of("jobmanager"))))
                    .withStandby(),
            Scenario.of(
                    "taskmanager-frozen", "a TaskManager stands still for 20 s", new Freeze("taskmanager-1", FREEZE)),
            Scenario.of("broker-frozen", "the broker stands still for 20 s", new Freeze("kafka", FREEZE)),
            Scenario.of("broker-away", "the broker is gone for a minute", new BrokerAway()),
            Scenario.of(
                    "disk-full",
                    "no room for checkpoints for 20 s (needs root, for a small file system)",
                    new DiskFull()),
            Scenario.of(
                            "checkpoint-truncated",
                            "the newest checkpoint is half there at a restart",
                            new DamagedCheckpoint(Damage.TRUNCATED))
                    .atLeastOnce(),
            Scenario.of(
                            "checkpoint-flipped",
                            "a bit of the newest checkpoint's state is another at a restart",
                            new DamagedCheckpoint(Damage.FLIPPED))
                    .atLeastOnce(),
            Scenario.of(
                    "transactions-frozen",
                    "Flink stands still for longer than Kafka keeps a transaction",
                    Standstill.ANYWHERE),
            Scenario.of(
                    "transactions-expired",
                    "the same between a snapshot and its commit",
                    Standstill.BETWEEN_SNAPSHOT_AND_COMMIT),
            Scenario.of("partitions-added", "topics get more partitions while the job runs", new PartitionsAdded()),
            Scenario.of("century-ahead", "records that claim to be from 2099 and 2125", new CenturyAhead()),
            Scenario.of("partition-silent", "a partition without events and heartbeats", new SilentPartition())
                    .with("still-after", "PT5S"),
            Scenario.of("malformed", "1,000,000 records that are no events (short: 100,000)", Undisturbed.WHILE_SENDING)
                    .sending(SpecialLoads::malformed),
            Scenario.of("timers", "1,000,000 orders due at one instant (short: 100,000)", Undisturbed.WHILE_SENDING)
                    .sending(SpecialLoads::timers),
            Scenario.of("rescaled", "stopped at a savepoint and resumed with parallelism 1, 4, 2", new Rescaled()));

    private Scenarios() {}
}
