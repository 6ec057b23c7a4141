package io.xunjian.connectors.kafka;

import io.xunjian.connectors.Received;
import io.xunjian.connectors.Receiver;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.DeadLetter;
import io.xunjian.rules.json.Reason;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Makes of a Kafka record an event or a dead letter. An event that claims to have happened long after its record was
 * written is refused: it would move its partition's watermark into the future, and all that follows would be late.
 */
final class EventDeserializer implements KafkaRecordDeserializationSchema<Received> {

    private static final byte[] NOTHING = new byte[0];

    private final Stream stream;
    private final long futureBound;
    private final TypeInformation<Received> type;

    private transient Receiver receiver;

    /** @param futureBound ms by which an event may be ahead of its record's own timestamp */
    EventDeserializer(Stream stream, long futureBound, TypeInformation<Received> type) {
        this.stream = stream;
        this.futureBound = futureBound;
        this.type = type;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Received> out) {
        if (receiver == null) {
            receiver = new Receiver(stream);
        }
        byte[] value = record.value() == null ? NOTHING : record.value();
        Received received = receiver.receive(value, 0, value.length, null, record.partition(), record.offset());
        if (received.event() != null && isFromTheFuture(received, record)) {
            received = receiver.dead(
                    null,
                    record.partition(),
                    record.offset(),
                    Reason.FROM_THE_FUTURE,
                    "eventTime",
                    DeadLetter.kept(value, 0, value.length));
        } else if (record.value() == null) {
            received = receiver.dead(null, record.partition(), record.offset(), Reason.EMPTY, null, null);
        }
        out.collect(received);
    }

    /** A record without a timestamp of its own (-1) cannot be held against it. */
    private boolean isFromTheFuture(Received received, ConsumerRecord<byte[], byte[]> record) {
        return record.timestamp() >= 0 && received.instant() > record.timestamp() + futureBound;
    }

    @Override
    public TypeInformation<Received> getProducedType() {
        return type;
    }
}
