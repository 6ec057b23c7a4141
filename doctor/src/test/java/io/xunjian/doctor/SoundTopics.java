package io.xunjian.doctor;

import io.xunjian.jobs.Topics;
import io.xunjian.rules.event.Stream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of an installation as they should be, but for what a test says. */
final class SoundTopics {

    private static final int PARTITIONS = 2;
    private static final Map<String, String> KEEP_ALL = Map.of("retention.ms", "-1");
    private static final Map<String, String> KEEP_LAST = Map.of("cleanup.policy", "compact");

    private final String bootstrap;
    private final String prefix;
    private final Map<String, NewTopic> topics = new HashMap<>();
    private final Set<String> silent = new HashSet<>();

    SoundTopics(String bootstrap, String prefix) {
        this.bootstrap = bootstrap;
        this.prefix = prefix;
        Topics names = new Topics(prefix);
        for (Stream stream : Stream.values()) {
            put(names.of(stream), PARTITIONS, KEEP_ALL);
        }
        put(names.alerts(), PARTITIONS, KEEP_LAST);
        put(names.rules(), 1, KEEP_LAST);
        put(names.rulesInForce(), 1, KEEP_LAST);
        put(names.lateEvents(), 1, KEEP_ALL);
        put(names.deadLetters(), 1, KEEP_ALL);
    }

    private void put(String topic, int partitions, Map<String, String> settings) {
        topics.put(topic, new NewTopic(topic, partitions, (short) 1).configs(settings));
    }

    /** One of them with a setting more. */
    SoundTopics with(String topic, String setting, String value) {
        Map<String, String> settings = new HashMap<>(topics.get(prefix + topic).configs());
        settings.put(setting, value);
        topics.get(prefix + topic).configs(settings);
        return this;
    }

    SoundTopics withPartitions(String topic, int partitions) {
        put(prefix + topic, partitions, topics.get(prefix + topic).configs());
        return this;
    }

    SoundTopics withReplicas(String topic, int replicas) {
        Map<String, String> settings = topics.get(prefix + topic).configs();
        topics.put(prefix + topic, new NewTopic(prefix + topic, PARTITIONS, (short) replicas).configs(settings));
        return this;
    }

    SoundTopics without(String topic) {
        topics.remove(prefix + topic);
        return this;
    }

    /** One on which nothing comes. */
    SoundTopics silent(String topic) {
        silent.add(prefix + topic);
        return this;
    }

    /** Creates them, with a record on each partition of an event topic, of this time. */
    void create(long timestamp) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            io.xunjian.cluster.Topics.create(admin, topics.values());
        }
        List<String> events = List.of(Stream.values()).stream()
                .map(new Topics(prefix)::of)
                .filter(topic -> topics.containsKey(topic) && !silent.contains(topic))
                .toList();
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer())) {
            for (String topic : events) {
                for (int i = 0; i < topics.get(topic).numPartitions(); i++) {
                    producer.send(new ProducerRecord<>(topic, i, timestamp, "key", "{}"))
                            .get();
                }
            }
        }
    }

    void create() throws InterruptedException, ExecutionException {
        create(System.currentTimeMillis());
    }
}
