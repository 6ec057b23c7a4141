package io.xunjian.bench.peers.kafkastreams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serdes;

/** An order in its store: what was told, then the payment and the closure where they are known. */
final class OrderSerde extends Serdes.WrapperSerde<Order> {

    private static final EventType[] TYPES = EventType.values();
    private static final byte NO_ACT = -1;
    private static final byte[] NO_TEXT = {};

    OrderSerde() {
        super(
                (topic, order) -> order == null ? null : write(order),
                (topic, bytes) -> bytes == null ? null : read(bytes));
    }

    private static byte[] write(Order order) {
        byte[] shopId = bytes(order.shopId());
        byte[] paidId = id(order.paid());
        byte[] closedId = id(order.closed());
        ByteBuffer out =
                ByteBuffer.allocate(1 + Long.BYTES + Short.BYTES + shopId.length + size(paidId) + size(closedId));
        out.put((byte) order.raised()).putLong(order.deadline());
        writeText(shopId, out);
        writeAct(order.paid(), paidId, out);
        writeAct(order.closed(), closedId, out);
        return out.array();
    }

    private static byte[] bytes(String text) {
        return text == null ? NO_TEXT : text.getBytes(UTF_8);
    }

    private static byte[] id(Act act) {
        return act == null ? null : act.eventId().getBytes(UTF_8);
    }

    private static int size(byte[] id) {
        return id == null ? 1 : 1 + Long.BYTES + Short.BYTES + id.length;
    }

    private static void writeText(byte[] text, ByteBuffer out) {
        out.putShort((short) text.length).put(text);
    }

    private static void writeAct(Act act, byte[] id, ByteBuffer out) {
        if (act == null) {
            out.put(NO_ACT);
            return;
        }
        out.put((byte) act.eventType().ordinal()).putLong(act.eventTime());
        writeText(id, out);
    }

    private static Order read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int raised = in.get();
        long deadline = in.getLong();
        String shopId = readText(in);
        return new Order(shopId, readAct(in), deadline, readAct(in), raised);
    }

    private static Act readAct(ByteBuffer in) {
        byte type = in.get();
        if (type == NO_ACT) {
            return null;
        }
        long time = in.getLong();
        return new Act(readText(in), TYPES[type], time);
    }

    private static String readText(ByteBuffer in) {
        byte[] text = new byte[in.getShort()];
        in.get(text);
        return new String(text, UTF_8);
    }
}
