package io.xunjian.bench.peers.plainflink;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An alert's record in Kafka: the newest of a key is its state. */
final class AlertRecords implements KafkaRecordSerializationSchema<Alert> {

    private static final String TOPIC = "alerts";

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Alert alert, KafkaSinkContext context, Long timestamp) {
        return new ProducerRecord<>(TOPIC, alert.alertId().getBytes(StandardCharsets.UTF_8), AlertJson.write(alert));
    }
}
