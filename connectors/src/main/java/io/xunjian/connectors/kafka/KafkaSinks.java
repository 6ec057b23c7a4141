package io.xunjian.connectors.kafka;

import io.xunjian.connectors.rules.RefusedRule;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.json.AlertRecord;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.json.LateEvent;
import java.io.Serializable;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** What goes out to Kafka: alerts by alertId, late events by their key, dead letters, rule files. */
public final class KafkaSinks implements Serializable {

    /** Below the broker's maximum of 15 min, far above a checkpoint and a restart. */
    private static final int TRANSACTION_TIMEOUT_MS = 600_000;

    private final Properties client;
    private final Delivery delivery;
    private final String transactionalIdPrefix;
    private final ExpiredTransactions expired;

    /**
     * Makes sinks.
     *
     * @param client settings of Kafka's clients: bootstrap.servers, security
     * @param transactionalIdPrefix stable, and of this job alone: two jobs with one prefix end each other's transactions
     */
    public KafkaSinks(Properties client, Delivery delivery, String transactionalIdPrefix, ExpiredTransactions expired) {
        this.client = client;
        this.delivery = delivery;
        this.transactionalIdPrefix = transactionalIdPrefix;
        this.expired = expired;
    }

    /**
     * How long Kafka keeps a transaction open that nobody commits: what the client's settings say, or ten minutes.
     *
     * @throws ConfigException where they do not say it in a whole number
     */
    public static Duration transactionTimeout(Properties client) {
        Object millis = client.getOrDefault(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        return Duration.ofMillis(
                (int) ConfigDef.parseType(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, millis, ConfigDef.Type.INT));
    }

    public Sink<AlertRecord> alerts(String topic) {
        return sink(topic, AlertRecord::alertId, AlertRecord::json);
    }

    public Sink<LateEvent> lateEvents(String topic) {
        return sink(topic, LateEvent::key, LateEvent::toJson);
    }

    public Sink<DeadLetter> deadLetters(String topic) {
        return sink(topic, letter -> null, DeadLetter::toJson);
    }

    /** Beside the dead letters of events, in one topic with them. */
    public Sink<RefusedRule> refusedRules(String topic) {
        return sink("refused-rules", new JsonRecords<>(topic, rule -> null, RefusedRule::toJson));
    }

    /** Rule files by rule, in the one partition of their topic. */
    public Sink<Announcement> takenRules(String topic) {
        return sink(topic, new TakenRules(topic));
    }

    private <T> Sink<T> sink(String topic, JsonRecords.Key<T> key, JsonRecords.Json<T> json) {
        return sink(topic, new JsonRecords<>(topic, key, json));
    }

    /** @param name that no other sink of this job has */
    private <T> Sink<T> sink(String name, KafkaRecordSerializationSchema<T> records) {
        KafkaSink<T> sink = KafkaSink.<T>builder()
                .setKafkaProducerConfig(producer())
                .setBootstrapServers(client.getProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG))
                .setDeliveryGuarantee(delivery.guarantee())
                .setTransactionalIdPrefix(transactionalIdPrefix + '-' + name)
                .setRecordSerializer(records)
                .build();
        return new LoudSink<>(sink, new KafkaLedger(client), expired);
    }

    /**
     * The settings of the producers. Idempotence keeps the order of a partition while up to five requests are under way and
     * some are sent again: what is said last of an alert stands last in its topic, where compaction keeps it. The client's
     * acks=1 would switch it off without a word, so it goes after the client's settings.
     */
    Properties producer() {
        Properties producer = new Properties();
        producer.putAll(client);
        producer.setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        producer.setProperty(ProducerConfig.ACKS_CONFIG, "all");
        producer.setProperty(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Long.toString(transactionTimeout(client).toMillis()));
        return producer;
    }
}
