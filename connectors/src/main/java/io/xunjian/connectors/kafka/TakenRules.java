package io.xunjian.connectors.kafka;

import io.xunjian.rules.book.Announcement;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes rule files that were taken: by rule, with the time at which they were published. */
final class TakenRules implements KafkaRecordSerializationSchema<Announcement> {

    private final String topic;

    TakenRules(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Announcement taken, KafkaSinkContext context, Long eventTime) {
        return new ProducerRecord<>(
                topic,
                0,
                taken.publishedAt(),
                taken.ruleCode().getBytes(StandardCharsets.UTF_8),
                taken.file().getBytes(StandardCharsets.UTF_8));
    }
}
