package io.xunjian.console.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topic that holds every decision for good: it is the audit, and the desk is made of it. */
public final class DecisionTopic {

    /** People decide slowly: one partition holds them in one order. */
    private static final int PARTITIONS = 1;

    private static final Map<String, String> FOR_GOOD = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1");

    private DecisionTopic() {}

    /** Makes it where it is not there. One that is there stays as it is. */
    public static void make(Properties client, String topic) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(client)) {
            NewTopic wanted = new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty()).configs(FOR_GOOD);
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** By which of its settings it would lose decisions; none where it keeps them for good. */
    public static List<String> faults(Properties client, String topic) throws InterruptedException, ExecutionException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(client)) {
            Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            List<String> faults = new ArrayList<>();
            for (String name : FOR_GOOD.keySet().stream().sorted().toList()) {
                String value = config.get(name).value();
                if (!value.equals(FOR_GOOD.get(name))) {
                    faults.add(name + " of " + topic + " is " + value + ", expected " + FOR_GOOD.get(name));
                }
            }
            return faults;
        }
    }
}
