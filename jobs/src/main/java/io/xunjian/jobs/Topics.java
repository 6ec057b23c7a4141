package io.xunjian.jobs;

import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
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

/** The topics of one installation, and whether they are there. */
public record Topics(String prefix) {

    private static final int ANSWER_SECONDS = 10;

    /** The topic that carries a stream of events. */
    public String of(Stream stream) {
        return prefix + stream.topic();
    }

    public String alerts() {
        return prefix + "alerts";
    }

    /** What the shadow versions of rules find. */
    public String shadowAlerts() {
        return prefix + "shadow-alerts";
    }

    public String lateEvents() {
        return prefix + "late-events";
    }

    public String deadLetters() {
        return prefix + "dead-letters";
    }

    /**
     * Asks the brokers for the topics; takes 10 s at most.
     *
     * @return how many partitions the topic of each stream has
     * @throws SettingsRejected if no broker answers, or topics are missing
     */
    public Map<Stream, Integer> check(Properties client) throws SettingsRejected {
        return check(client, List.of(alerts(), lateEvents(), deadLetters()));
    }

    /** The same for a live run by this book, which may have shadow versions. */
    public Map<Stream, Integer> check(Properties client, RuleBook book) throws SettingsRejected {
        List<String> written = new ArrayList<>(List.of(alerts(), lateEvents(), deadLetters()));
        if (book.hasShadows()) {
            written.add(shadowAlerts());
        }
        return check(client, written);
    }

    private Map<Stream, Integer> check(Properties client, List<String> written) throws SettingsRejected {
        Properties admin = new Properties();
        admin.putAll(client);
        admin.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        admin.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "9000");
        String bootstrap = client.getProperty("bootstrap.servers");
        try (Admin kafka = Admin.create(admin)) {
            Set<String> there = kafka.listTopics().names().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            List<String> events = Arrays.stream(Stream.values()).map(this::of).toList();
            List<String> missing = new ArrayList<>(events);
            missing.addAll(written);
            missing.removeAll(there);
            if (!missing.isEmpty()) {
                missing.sort(null);
                throw new SettingsRejected(
                        List.of("Kafka at " + bootstrap + " has no topic " + String.join(", ", missing)
                                + ". Create them (alerts: cleanup.policy=compact), or set --topic-prefix."));
            }
            var described = kafka.describeTopics(events).allTopicNames().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            Map<Stream, Integer> partitions = new EnumMap<>(Stream.class);
            for (Stream stream : Stream.values()) {
                partitions.put(stream, described.get(of(stream)).partitions().size());
            }
            return partitions;
        } catch (ExecutionException | TimeoutException e) {
            throw new SettingsRejected(List.of(
                    "No Kafka broker answers at " + bootstrap + ". Start one, or set --bootstrap to where it is."));
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new SettingsRejected(List.of(
                    "The Kafka settings cannot be used (--bootstrap " + bootstrap + "): " + cause.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsRejected(List.of("Interrupted while asking Kafka at " + bootstrap));
        }
    }
}
