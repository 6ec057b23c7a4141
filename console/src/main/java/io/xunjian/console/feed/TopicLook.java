package io.xunjian.console.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A topic as the cluster has it.
 *
 * @param id another one where the topic was deleted and made anew
 */
record TopicLook(String id, List<TopicPartition> partitions) {

    private static final int PATIENCE_MS = 5_000;

    /**
     * Asks the cluster.
     *
     * @return empty where there is no such topic
     * @throws KafkaException where the cluster does not answer
     */
    static Optional<TopicLook> at(Properties client, String topic) throws InterruptedException {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.putAll(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS));
        try (Admin admin = Admin.create(settings)) {
            TopicDescription found =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
            List<TopicPartition> partitions = found.partitions().stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            return Optional.of(new TopicLook(found.topicId().toString(), partitions));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw new KafkaException("Cannot describe the topic " + topic + ": " + e.getCause(), e);
        }
    }
}
