package io.xunjian.jobs;

import io.xunjian.connectors.kafka.KafkaRules;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.event.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Asks brokers for the topics of an installation, some seconds at most. */
final class TopicCheck {

    private static final int ANSWER_SECONDS = 10;

    private final Topics topics;
    private final Properties client;

    TopicCheck(Topics topics, Properties client) {
        this.topics = topics;
        this.client = client;
    }

    /**
     * How many partitions the topic of each stream has.
     *
     * @throws SettingsRejected if no broker answers, or one of these or of {@code written} is missing
     */
    Map<Stream, Integer> partitions(List<String> written) throws SettingsRejected {
        List<String> events = Arrays.stream(Stream.values()).map(topics::of).toList();
        List<String> needed = new ArrayList<>(events);
        needed.addAll(written);
        Map<String, Integer> there = partitionsOf(needed);
        needed.removeAll(there.keySet());
        if (!needed.isEmpty()) {
            needed.sort(null);
            throw new SettingsRejected(List.of("Kafka at " + bootstrap() + " has no topic " + String.join(", ", needed)
                    + ". Create them (alerts: cleanup.policy=compact), or set --topic-prefix."));
        }
        Map<Stream, Integer> partitions = new EnumMap<>(Stream.class);
        for (Stream stream : Stream.values()) {
            partitions.put(stream, there.get(topics.of(stream)));
        }
        return partitions;
    }

    /**
     * Whether rule files can be published.
     *
     * @throws SettingsRejected if only one of the two topics that this takes is there, or one has more than one partition
     */
    boolean takesRules() throws SettingsRejected {
        List<String> needed = List.of(topics.rules(), topics.rulesInForce());
        Map<String, Integer> there = partitionsOf(needed);
        if (there.isEmpty()) {
            return false;
        }
        List<String> faults = new ArrayList<>();
        for (String topic : needed) {
            int partitions = there.getOrDefault(topic, 0);
            if (partitions != 1) {
                faults.add("Kafka at " + bootstrap() + " has "
                        + (partitions == 0
                                ? "no topic " + topic
                                : "the topic " + topic + " with " + partitions + " partitions")
                        + ". Rule files that are published need " + String.join(" and ", needed)
                        + ", with one partition each.");
            }
        }
        if (!faults.isEmpty()) {
            throw new SettingsRejected(faults);
        }
        return true;
    }

    /** The rule files that jobs took. */
    List<Announcement> taken() throws SettingsRejected {
        try {
            return KafkaRules.taken(client, topics.rulesInForce());
        } catch (KafkaException e) {
            throw new SettingsRejected(List.of("The topic " + topics.rulesInForce() + " of Kafka at " + bootstrap()
                    + " cannot be read: " + e.getMessage()));
        }
    }

    private Map<String, Integer> partitionsOf(Collection<String> names) throws SettingsRejected {
        Properties admin = new Properties();
        admin.putAll(client);
        admin.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        admin.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "9000");
        try (Admin kafka = Admin.create(admin)) {
            Set<String> there = kafka.listTopics().names().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            List<String> known = names.stream().filter(there::contains).toList();
            Map<String, Integer> partitions = new HashMap<>();
            kafka.describeTopics(known)
                    .allTopicNames()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .forEach((name, topic) ->
                            partitions.put(name, topic.partitions().size()));
            return partitions;
        } catch (ExecutionException | TimeoutException e) {
            throw new SettingsRejected(List.of(
                    "No Kafka broker answers at " + bootstrap() + ". Start one, or set --bootstrap to where it is."));
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new SettingsRejected(List.of(
                    "The Kafka settings cannot be used (--bootstrap " + bootstrap() + "): " + cause.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsRejected(List.of("Interrupted while asking Kafka at " + bootstrap()));
        }
    }

    private String bootstrap() {
        return client.getProperty("bootstrap.servers");
    }
}
