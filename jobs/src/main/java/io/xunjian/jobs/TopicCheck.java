package io.xunjian.jobs;

import io.xunjian.connectors.kafka.KafkaRules;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.event.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;

/** Asks brokers for the topics of an installation, some seconds at most. */
final class TopicCheck {

    private final Topics topics;
    private final Properties client;

    TopicCheck(Topics topics, Properties client) {
        this.topics = topics;
        this.client = client;
    }

    /**
     * How many partitions the topic of each stream has.
     *
     * @throws SettingsRejected if no broker answers or lets us in, or one of these or of {@code written} is missing or may
     *     not be read or written
     */
    Map<Stream, Integer> partitions(List<String> written) throws SettingsRejected {
        List<String> events = Arrays.stream(Stream.values()).map(topics::of).toList();
        List<String> needed = new ArrayList<>(events);
        needed.addAll(written);
        TopicsThere there = TopicsThere.ask(client, needed);
        List<String> missing = needed.stream()
                .filter(topic -> there.partitions(topic) == 0)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new SettingsRejected(List.of("Kafka at " + bootstrap() + " has no topic " + String.join(", ", missing)
                    + ". Create them (alerts: cleanup.policy=compact), or set --topic-prefix."));
        }
        there.require(Map.of(AclOperation.READ, events, AclOperation.WRITE, written));
        Map<Stream, Integer> partitions = new EnumMap<>(Stream.class);
        for (Stream stream : Stream.values()) {
            partitions.put(stream, there.partitions(topics.of(stream)));
        }
        return partitions;
    }

    /**
     * Whether rule files can be published.
     *
     * @throws SettingsRejected if only one of the two topics that this takes is there, or one has more than one partition
     */
    boolean takesRules() throws SettingsRejected {
        return hasRuleTopics(TopicsThere.ask(client, ruleTopics()));
    }

    /** The same for a job, which reads the one and writes the other as well. */
    boolean takesRulesOfAJob() throws SettingsRejected {
        TopicsThere there = TopicsThere.ask(client, ruleTopics());
        boolean isSo = hasRuleTopics(there);
        if (isSo) {
            there.require(Map.of(AclOperation.READ, ruleTopics(), AclOperation.WRITE, List.of(topics.rulesInForce())));
        }
        return isSo;
    }

    private boolean hasRuleTopics(TopicsThere there) throws SettingsRejected {
        List<String> faults = new ArrayList<>();
        boolean isAny = false;
        for (String topic : ruleTopics()) {
            int partitions = there.partitions(topic);
            isAny |= partitions > 0;
            if (partitions != 1) {
                faults.add("Kafka at " + bootstrap() + " has "
                        + (partitions == 0
                                ? "no topic " + topic
                                : "the topic " + topic + " with " + partitions + " partitions")
                        + ". Rule files that are published need " + String.join(" and ", ruleTopics())
                        + ", with one partition each.");
            }
        }
        if (isAny && !faults.isEmpty()) {
            throw new SettingsRejected(faults);
        }
        return isAny;
    }

    private List<String> ruleTopics() {
        return List.of(topics.rules(), topics.rulesInForce());
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

    private String bootstrap() {
        return client.getProperty("bootstrap.servers");
    }
}
