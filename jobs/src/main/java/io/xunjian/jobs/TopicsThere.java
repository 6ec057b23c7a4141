package io.xunjian.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Which of some topics there are, and what we may do with them. */
final class TopicsThere {

    private static final int ANSWER_SECONDS = 10;

    private final String bootstrap;
    private final Map<String, TopicDescription> topics = new HashMap<>();

    private TopicsThere(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /**
     * Asks the brokers, some seconds at most.
     *
     * @throws SettingsRejected if none answers, or none lets us in, or we may not ask for one of the topics
     */
    static TopicsThere ask(Properties client, Collection<String> names) throws SettingsRejected {
        TopicsThere there = new TopicsThere(client.getProperty("bootstrap.servers"));
        Properties admin = new Properties();
        admin.putAll(client);
        admin.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        admin.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "9000");
        try (Admin kafka = Admin.create(admin)) {
            there.describe(kafka, names);
            return there;
        } catch (ExecutionException | TimeoutException e) {
            throw there.refused(e.getCause());
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new SettingsRejected(List.of(
                    "The Kafka settings cannot be used (--bootstrap " + there.bootstrap + "): " + cause.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsRejected(List.of("Interrupted while asking Kafka at " + there.bootstrap));
        }
    }

    /** How many partitions one has; 0 where it is not there. */
    int partitions(String topic) {
        return topics.containsKey(topic) ? topics.get(topic).partitions().size() : 0;
    }

    /** Fails, naming all, where there is one that we may not do this with. */
    void require(Map<AclOperation, List<String>> needed) throws SettingsRejected {
        Map<AclOperation, Collection<String>> forbidden = new EnumMap<>(AclOperation.class);
        needed.forEach((operation, names) -> names.stream()
                .filter(name -> isForbidden(name, operation))
                .forEach(name -> forbidden
                        .computeIfAbsent(operation, none -> new TreeSet<>())
                        .add(name)));
        if (!forbidden.isEmpty()) {
            throw forbidden(forbidden);
        }
    }

    /** Old brokers do not tell. */
    private boolean isForbidden(String topic, AclOperation operation) {
        TopicDescription known = topics.get(topic);
        return known != null
                && known.authorizedOperations() != null
                && !known.authorizedOperations().contains(operation);
    }

    private void describe(Admin kafka, Collection<String> names)
            throws ExecutionException, TimeoutException, InterruptedException, SettingsRejected {
        Map<String, KafkaFuture<TopicDescription>> answers = kafka.describeTopics(
                        names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues();
        Collection<String> hidden = new TreeSet<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> answer : answers.entrySet()) {
            try {
                topics.put(answer.getKey(), answer.getValue().get(ANSWER_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TopicAuthorizationException) {
                    hidden.add(answer.getKey());
                } else if (!(e.getCause() instanceof UnknownTopicOrPartitionException
                        || e.getCause() instanceof InvalidTopicException)) {
                    throw e;
                }
            }
        }
        if (!hidden.isEmpty()) {
            throw forbidden(Map.of(AclOperation.DESCRIBE, hidden));
        }
    }

    private SettingsRejected refused(Throwable cause) {
        if (cause instanceof AuthenticationException) {
            return new SettingsRejected(List.of("Kafka at " + bootstrap + " does not let us in: " + cause.getMessage()
                    + ". Mend the security settings in --kafka-properties; ./xunjian doctor tells more."));
        }
        return new SettingsRejected(
                List.of("No Kafka broker answers at " + bootstrap + ". Start one, or set --bootstrap to where it is."));
    }

    private SettingsRejected forbidden(Map<AclOperation, ? extends Collection<String>> operations) {
        List<String> parts = new ArrayList<>();
        operations.forEach((operation, names) -> parts.add(operation + " of " + String.join(", ", names)));
        parts.sort(null);
        return new SettingsRejected(List.of("Kafka at " + bootstrap + " does not permit " + String.join(", nor ", parts)
                + ". Grant the user of --kafka-properties these ACLs: docs/security.md."));
    }
}
