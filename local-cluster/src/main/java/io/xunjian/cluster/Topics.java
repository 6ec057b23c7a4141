package io.xunjian.cluster;

import io.xunjian.rules.event.Stream;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics of the platform. Nothing in them is deleted for its age; of an alert its last state is kept. */
public final class Topics {

    /** As the live job names them; here without a prefix. */
    private static final io.xunjian.jobs.Topics NAMES = new io.xunjian.jobs.Topics("");

    public static final String ALERTS = NAMES.alerts();
    public static final String SHADOW_ALERTS = NAMES.shadowAlerts();
    public static final String LATE_EVENTS = NAMES.lateEvents();
    public static final String RULES = NAMES.rules();
    public static final String RULES_IN_FORCE = NAMES.rulesInForce();
    public static final String DECISIONS = NAMES.decisions();
    public static final String DEAD_LETTERS = NAMES.deadLetters();

    /** How many partitions a stream of events has, and the alerts. */
    public static final int PARTITIONS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_MS = 50;
    private static final short ONE_REPLICA = 1;
    private static final Map<String, String> KEEP_ALL = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
    private static final Map<String, String> KEEP_LAST = Map.of(
            TopicConfig.RETENTION_MS_CONFIG,
            "-1",
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT);

    private Topics() {}

    /**
     * Creates those that are missing and returns their names; leaves the others as they are. When this returns, the broker
     * takes records for all of them.
     */
    public static Set<String> create(String bootstrap) throws InterruptedException, ExecutionException {
        Map<String, NewTopic> missing = all();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            missing.keySet().removeAll(admin.listTopics().names().get());
            create(admin, missing.values());
        }
        return missing.keySet();
    }

    /** Creates these, none of which is there. When this returns, the broker takes records for all of them. */
    public static void create(Admin admin, Collection<NewTopic> topics)
            throws InterruptedException, ExecutionException {
        admin.createTopics(topics).all().get();
        awaitLeaders(admin, topics);
    }

    /**
     * A topic is created before its partitions take records. A producer that is refused meanwhile may lose the order of its
     * first requests, and is then refused for ever (KAFKA-15591). The end of a partition is known once it takes records. A
     * broker that is busy may not yet know a topic that it has just created.
     */
    private static void awaitLeaders(Admin admin, Collection<NewTopic> topics)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (!areKnown(ends, admin, giveUpAt)) {
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private static boolean areKnown(Map<TopicPartition, OffsetSpec> ends, Admin admin, long giveUpAt)
            throws InterruptedException, ExecutionException {
        try {
            admin.listOffsets(ends).all().get();
            return true;
        } catch (ExecutionException e) {
            boolean isHopeless = !(e.getCause() instanceof UnknownTopicOrPartitionException);
            if (isHopeless || System.nanoTime() > giveUpAt) {
                throw e;
            }
            return false;
        }
    }

    private static Map<String, NewTopic> all() {
        Map<String, NewTopic> topics = new HashMap<>();
        for (Stream stream : Stream.values()) {
            topics.put(NAMES.of(stream), topic(NAMES.of(stream), PARTITIONS, KEEP_ALL));
        }
        topics.put(ALERTS, topic(ALERTS, PARTITIONS, KEEP_LAST));
        topics.put(SHADOW_ALERTS, topic(SHADOW_ALERTS, PARTITIONS, KEEP_LAST));
        topics.put(RULES, topic(RULES, 1, KEEP_LAST));
        topics.put(RULES_IN_FORCE, topic(RULES_IN_FORCE, 1, KEEP_LAST));
        topics.put(DECISIONS, topic(DECISIONS, 1, KEEP_ALL));
        topics.put(LATE_EVENTS, topic(LATE_EVENTS, 1, KEEP_ALL));
        topics.put(DEAD_LETTERS, topic(DEAD_LETTERS, 1, KEEP_ALL));
        return topics;
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> settings) {
        return new NewTopic(name, partitions, ONE_REPLICA).configs(settings);
    }
}
