package io.xunjian.connectors.kafka;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes values as JSON records. A record has the time at which it is written, not the event's: a topic with time retention
 * would at once delete what is said about old events.
 */
final class JsonRecords<T> implements KafkaRecordSerializationSchema<T> {

    /** The key of a record, {@code null} for none. */
    @FunctionalInterface
    interface Key<T> extends Serializable {
        String of(T value);
    }

    /** The bytes of a record. */
    @FunctionalInterface
    interface Json<T> extends Serializable {
        byte[] of(T value);
    }

    private final String topic;
    private final Key<T> key;
    private final Json<T> json;

    JsonRecords(String topic, Key<T> key, Json<T> json) {
        this.topic = topic;
        this.key = key;
        this.json = json;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T value, KafkaSinkContext context, Long eventTime) {
        String text = key.of(value);
        byte[] keyBytes = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, null, null, keyBytes, json.of(value));
    }
}
