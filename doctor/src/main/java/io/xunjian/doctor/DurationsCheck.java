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
        Duration expires = KafkaSinks.transactionTimeout(settings.client());
        Duration most = expires.dividedBy(2);
        if (settings.delivery() == Delivery.EXACTLY_ONCE && held.compareTo(most) > 0) {
            ailments.add(Condition.CHECKPOINTS_TOO_RARE.because(
                    "--checkpoint-interval is " + settings.checkpointInterval()
                            + ": a transaction is open for that long"
                            + " and a checkpoint, which may take " + WatchSettings.CHECKPOINT_TIMEOUT
                            + ", and expires, with its alerts, after " + expires,
                    cure(held, most.minus(WatchSettings.CHECKPOINT_TIMEOUT))));
        }
        if (settings.allowedLateness().compareTo(settings.disorder()) < 0) {
            ailments.add(Condition.LATENESS_BELOW_DISORDER.because(
                    "--allowed-lateness is " + settings.allowedLateness() + ", less than --disorder, "
                            + settings.disorder(),
                    "Set --allowed-lateness to hours: it is how long a late fact still corrects a verdict"));
        }
        return ailments;
    }

    /** @param left for the interval */
    private static String cure(Duration held, Duration left) {
        String longer = "Set transaction.timeout.ms of --kafka-properties to "
                + held.multipliedBy(2).toMillis()
                + " or more, as far as the broker's transaction.max.timeout.ms allows";
        return left.compareTo(Duration.ZERO) > 0 ? "Set it to " + left + " or less. Or: " + longer : longer;
    }
}
