package io.xunjian.doctor;

import io.xunjian.jobs.Topics;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics of an installation as the brokers describe them. */
final class TopicFacts {

    private final Brokers brokers;
    private final Topics names;
    private final RuleBook book;
    private final Set<String> hidden = new TreeSet<>();
    private final Set<String> closedConfigs = new TreeSet<>();
    private Map<String, TopicDescription> descriptions;
    private Map<String, Config> configs;

    TopicFacts(Brokers brokers, Topics names, RuleBook book) {
        this.brokers = brokers;
        this.names = names;
        this.book = book;
    }

    Topics names() {
        return names;
    }

    /** Those that carry events. */
    List<String> events() {
        return Arrays.stream(Stream.values()).map(names::of).toList();
    }

    /** Those that a job writes what it finds to. */
    List<String> written() {
        return names.written(book);
    }

    /** Those of alerts. */
    List<String> alerts() {
        return written().stream()
                .filter(name -> name.equals(names.alerts()) || name.equals(names.shadowAlerts()))
                .toList();
    }

    /** The two by which rule files go. */
    List<String> rules() {
        return List.of(names.rules(), names.rulesInForce());
    }

    /** Those of these that are there, and may be looked at; none where no broker lets us in. */
    List<TopicDescription> there(Collection<String> topics) throws ExecutionException, InterruptedException {
        describe();
        return topics.stream()
                .map(descriptions::get)
                .filter(topic -> topic != null)
                .toList();
    }

    /** Those that we may not even ask for. */
    Set<String> hidden() throws ExecutionException, InterruptedException {
        describe();
        return hidden;
    }

    /** Whether we may do this with that; brokers that do not tell are taken to permit it. */
    static boolean isPermitted(TopicDescription topic, AclOperation operation) {
        return topic.authorizedOperations() == null
                || topic.authorizedOperations().contains(operation);
    }

    /** A setting of a topic; nothing where we may not see it. */
    Optional<String> setting(String topic, String name) throws ExecutionException, InterruptedException {
        configure();
        return Optional.ofNullable(configs.get(topic))
                .map(config -> config.get(name).value());
    }

    /** The topics whose settings we may not see. */
    Set<String> closedConfigs() throws ExecutionException, InterruptedException {
        configure();
        return closedConfigs;
    }

    private void describe() throws ExecutionException, InterruptedException {
        if (descriptions != null) {
            return;
        }
        descriptions = new HashMap<>();
        if (!brokers.areReached()) {
            return;
        }
        List<String> all = new ArrayList<>(events());
        all.addAll(written());
        all.addAll(rules());
        Map<String, KafkaFuture<TopicDescription>> answers = brokers.admin()
                .describeTopics(all, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> answer : answers.entrySet()) {
            try {
                descriptions.put(answer.getKey(), answer.getValue().get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TopicAuthorizationException) {
                    hidden.add(answer.getKey());
                } else if (!isAbsence(e.getCause())) {
                    throw e;
                }
            }
        }
    }

    private static boolean isAbsence(Throwable cause) {
        return cause instanceof UnknownTopicOrPartitionException || cause instanceof InvalidTopicException;
    }

    private void configure() throws ExecutionException, InterruptedException {
        if (configs != null) {
            return;
        }
        describe();
        configs = new HashMap<>();
        List<ConfigResource> resources = descriptions.keySet().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        if (resources.isEmpty()) {
            return;
        }
        Map<ConfigResource, KafkaFuture<Config>> answers =
                brokers.admin().describeConfigs(resources).values();
        for (Map.Entry<ConfigResource, KafkaFuture<Config>> answer : answers.entrySet()) {
            try {
                configs.put(answer.getKey().name(), answer.getValue().get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof AuthorizationException)) {
                    throw e;
                }
                closedConfigs.add(answer.getKey().name());
            }
        }
    }
}
