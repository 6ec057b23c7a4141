package io.xunjian.doctor;

import io.xunjian.connectors.kafka.Delivery;
import io.xunjian.connectors.kafka.KafkaSinks;
import io.xunjian.jobs.WatchSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durations that contradict each other. */
final class DurationsCheck implements Check {

    @Override
    public Area area() {
        return Area.SETTINGS;
    }

    @Override
    public List<Ailment> examine(Patient patient) {
        WatchSettings settings = patient.settings();
        List<Ailment> ailments = new ArrayList<>();
        Duration held = settings.checkpointInterval().plus(WatchSettings.CHECKPOINT_TIMEOUT);
        Duration most = Duration.ofMillis(KafkaSinks.TRANSACTION_TIMEOUT_MS).dividedBy(2);
        if (settings.delivery() == Delivery.EXACTLY_ONCE && held.compareTo(most) > 0) {
            ailments.add(Condition.CHECKPOINTS_TOO_RARE.because(
                    "--checkpoint-interval is " + settings.checkpointInterval()
                            + ": a transaction is open for that long"
                            + " and a checkpoint, and expires, with its alerts, after "
                            + Duration.ofMillis(KafkaSinks.TRANSACTION_TIMEOUT_MS),
                    "Set it to " + most.minus(WatchSettings.CHECKPOINT_TIMEOUT) + " or less"));
        }
        if (settings.allowedLateness().compareTo(settings.disorder()) < 0) {
            ailments.add(Condition.LATENESS_BELOW_DISORDER.because(
                    "--allowed-lateness is " + settings.allowedLateness() + ", less than --disorder, "
                            + settings.disorder(),
                    "Set --allowed-lateness to hours: it is how long a late fact still corrects a verdict"));
        }
        return ailments;
    }
}
