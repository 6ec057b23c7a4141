package io.xunjian.console.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topic that holds every decision for good: it is the audit, and the desk is made of it. */
public final class DecisionTopic {

    /** People decide slowly: one partition holds them in one order. */
    private static final int PARTITIONS = 1;

    private static final Map<String, String> FOR_GOOD =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "delete", TopicConfig.RETENTION_MS_CONFIG, "-1");

    private DecisionTopic() {}

    /** Makes it where it is not there. One that is there stays as it is. */
    public static void make(Properties client, String topic) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(client)) {
            NewTopic wanted =
                    new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty()).configs(FOR_GOOD);
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
