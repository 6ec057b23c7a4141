package io.xunjian.bench.peers.kafkastreams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serdes;

/** The instant first, with its highest byte first: the bytes have the order of the instants, which are not before 1970. */
final class DueSerde extends Serdes.WrapperSerde<Due> {

    DueSerde() {
        super((topic, due) -> write(due), (topic, bytes) -> read(bytes));
    }

    private static byte[] write(Due due) {
        byte[] orderId = due.orderId().getBytes(UTF_8);
        return ByteBuffer.allocate(Long.BYTES + orderId.length)
                .putLong(due.at())
                .put(orderId)
                .array();
    }

    private static Due read(byte[] bytes) {
        return new Due(
                ByteBuffer.wrap(bytes).getLong(), new String(bytes, Long.BYTES, bytes.length - Long.BYTES, UTF_8));
    }
}
