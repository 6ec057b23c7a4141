package io.xunjian.connectors.kafka;

import io.xunjian.connectors.rules.PublishedRule;
import io.xunjian.rules.json.Utf8;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes of a Kafka record a rule file, whatever stands in it. */
final class RuleDeserializer implements KafkaRecordDeserializationSchema<PublishedRule> {

    private final TypeInformation<PublishedRule> type;

    RuleDeserializer(TypeInformation<PublishedRule> type) {
        this.type = type;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<PublishedRule> out) {
        byte[] value = record.value();
        boolean isText = value != null && Utf8.isValid(value, 0, value.length);
        String file = isText ? new String(value, StandardCharsets.UTF_8) : null;
        out.collect(new PublishedRule(record.offset(), record.timestamp(), file));
    }

    @Override
    public TypeInformation<PublishedRule> getProducedType() {
        return type;
    }
}
