package io.xunjian.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;

/** How long topics keep what they have. */
final class RetentionCheck implements Check {

    /** What rules look back for. */
    private static final Duration HISTORY = Duration.ofDays(90);

    private static final String FOREVER = "-1";
    private static final String KEEP_LAST = "Set cleanup.policy=compact of it";

    @Override
    public Area area() {
        return Area.TOPICS;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws ExecutionException, InterruptedException {
        TopicFacts topics = patient.topics();
        List<Ailment> ailments = new ArrayList<>();
        for (TopicDescription topic : topics.there(topics.events())) {
            events(topic.name(), patient, ailments);
        }
        for (TopicDescription topic : topics.there(topics.alerts())) {
            alerts(topic.name(), topics, ailments);
        }
        for (TopicDescription topic : topics.there(topics.rules())) {
            if (deletes(topic.name(), topics)) {
                ailments.add(Condition.RULES_EXPIRE.because(
                        "The topic " + topic.name()
                                + " deletes what is old: a job that starts later judges by other rules",
                        KEEP_LAST));
            }
        }
        if (!topics.closedConfigs().isEmpty()) {
            ailments.add(Condition.CONFIGS_FORBIDDEN.because(
                    "The user may not see how these topics are kept: " + String.join(", ", topics.closedConfigs()),
                    "Grant DESCRIBE_CONFIGS of them to the user who runs the doctor; a job does not need it"));
        }
        return ailments;
    }

    private static void events(String topic, Patient patient, List<Ailment> ailments)
            throws ExecutionException, InterruptedException {
        TopicFacts topics = patient.topics();
        Duration lateness = patient.settings().allowedLateness();
        if (has(topic, TopicConfig.CLEANUP_POLICY_COMPACT, topics)) {
            ailments.add(Condition.EVENTS_COMPACTED.because(
                    "The topic " + topic + " is compacted: of the events of a key all but the last are lost",
                    "Set cleanup.policy=delete of it"));
        }
        String kept = topics.setting(topic, TopicConfig.RETENTION_MS_CONFIG).orElse(FOREVER);
        if (!has(topic, TopicConfig.CLEANUP_POLICY_DELETE, topics) || kept.equals(FOREVER)) {
            return;
        }
        Duration retention = Duration.ofMillis(Long.parseLong(kept));
        String cause = "The topic " + topic + " keeps events for " + retention;
        if (retention.compareTo(lateness) < 0) {
            ailments.add(Condition.EVENTS_EXPIRE.because(
                    cause + ", less than --allowed-lateness, " + lateness + ": a job that is down that long loses some",
                    "Set retention.ms of it to " + lateness.plus(HISTORY).toMillis() + ", or to -1"));
        } else if (retention.compareTo(lateness.plus(HISTORY)) < 0) {
            ailments.add(Condition.EVENTS_EXPIRE_SOON.because(
                    cause
                            + ": a backtest, or a job that begins anew, does not see the 90 days that rules look back for",
                    "Set retention.ms of it to " + lateness.plus(HISTORY).toMillis() + ", or to -1"));
        }
    }

    private static void alerts(String topic, TopicFacts topics, List<Ailment> ailments)
            throws ExecutionException, InterruptedException {
        boolean isKnown =
                topics.setting(topic, TopicConfig.CLEANUP_POLICY_CONFIG).isPresent();
        if (deletes(topic, topics)) {
            ailments.add(Condition.ALERTS_EXPIRE.because(
                    "The topic " + topic + " deletes alerts that are old, open or not", KEEP_LAST));
        } else if (isKnown && !has(topic, TopicConfig.CLEANUP_POLICY_COMPACT, topics)) {
            ailments.add(Condition.ALERTS_NOT_COMPACTED.because(
                    "The topic " + topic + " keeps every state of an alert for ever", KEEP_LAST));
        }
    }

    private static boolean deletes(String topic, TopicFacts topics) throws ExecutionException, InterruptedException {
        return has(topic, TopicConfig.CLEANUP_POLICY_DELETE, topics)
                && !(topics.setting(topic, TopicConfig.RETENTION_MS_CONFIG)
                                .orElse(FOREVER)
                                .equals(FOREVER)
                        && topics.setting(topic, TopicConfig.RETENTION_BYTES_CONFIG)
                                .orElse(FOREVER)
                                .equals(FOREVER));
    }

    private static boolean has(String topic, String policy, TopicFacts topics)
            throws ExecutionException, InterruptedException {
        return topics.setting(topic, TopicConfig.CLEANUP_POLICY_CONFIG)
                .filter(policies -> List.of(policies.split(",", -1)).contains(policy))
                .isPresent();
    }
}
