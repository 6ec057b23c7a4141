package io.xunjian.rules.lateshipment;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.SeenIds;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.OrderType;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** An order's facts in state: one byte that says what is there, then that. */
final class OrderFactsCodec implements Codec<OrderFacts> {

    private static final int PAID = 1;
    private static final int PROMISED = 1 << 1;
    private static final int SHIPPED = 1 << 2;
    private static final int SCANNED = 1 << 3;
    private static final int CANCELLED = 1 << 4;
    private static final int REFUND_AGREED = 1 << 5;
    private static final int CHANGED = 1 << 6;
    private static final int OTHERS = 1 << 7;
    private static final OrderType[] ORDER_TYPES = OrderType.values();

    @Override
    public String name() {
        return "order-facts";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(OrderFacts order, DataOutput out) throws IOException {
        int present = present(order);
        out.writeByte(present);
        if ((present & PAID) != 0) {
            writePayment(order.payment(), out);
        }
        writeAct(order.shipped(), out);
        writeAct(order.scanned(), out);
        writeAct(order.ended(), out);
        if ((present & CHANGED) != 0) {
            Wire.writeList(order.changes(), OrderFactsCodec::writeChange, out);
        }
        if ((present & OTHERS) != 0) {
            order.others().write(out);
        }
    }

    private static int present(OrderFacts order) {
        Payment payment = order.payment();
        Evidence ended = order.ended();
        return (payment != null ? PAID : 0)
                | (payment != null && payment.promiseShipTime() != Event.ABSENT ? PROMISED : 0)
                | (order.shipped() != null ? SHIPPED : 0)
                | (order.scanned() != null ? SCANNED : 0)
                | (ended == null ? 0 : isCancelled(ended) ? CANCELLED : REFUND_AGREED)
                | (order.changes().isEmpty() ? 0 : CHANGED)
                | (order.others().equals(SeenIds.NONE) ? 0 : OTHERS);
    }

    private static boolean isCancelled(Evidence ended) {
        return ended.eventType().equals(EventType.ORDER_CANCELLED.name());
    }

    private static void writePayment(Payment payment, DataOutput out) throws IOException {
        writeAct(payment.act(), out);
        Wire.writeText(payment.shopId(), out);
        out.writeByte(payment.orderType().ordinal());
        if (payment.promiseShipTime() != Event.ABSENT) {
            Wire.writeNumber(payment.promiseShipTime(), out);
        }
    }

    private static void writeAct(Evidence act, DataOutput out) throws IOException {
        if (act != null) {
            Wire.writeText(act.eventId(), out);
            Wire.writeNumber(act.eventTime(), out);
        }
    }

    private static void writeChange(PromiseChange change, DataOutput out) throws IOException {
        writeAct(change.act(), out);
        Wire.writeNumber(change.promiseShipTime(), out);
    }

    @Override
    public OrderFacts read(int version, DataInput in) throws IOException {
        int present = in.readUnsignedByte();
        return new OrderFacts(
                (present & PAID) != 0 ? readPayment((present & PROMISED) != 0, in) : null,
                (present & SHIPPED) != 0 ? readAct(EventType.SHIP_CONFIRMED, in) : null,
                (present & SCANNED) != 0 ? readAct(EventType.TRACE_NODE, in) : null,
                readEnded(present, in),
                (present & CHANGED) != 0 ? Wire.readList(OrderFactsCodec::readChange, in) : OrderFacts.NONE.changes(),
                (present & OTHERS) != 0 ? SeenIds.read(in) : SeenIds.NONE);
    }

    private static Payment readPayment(boolean isPromised, DataInput in) throws IOException {
        Evidence act = readAct(EventType.ORDER_PAID, in);
        String shopId = Wire.readText(in);
        OrderType orderType = ORDER_TYPES[in.readByte()];
        return new Payment(act, shopId, isPromised ? Wire.readNumber(in) : Event.ABSENT, orderType);
    }

    private static Evidence readEnded(int present, DataInput in) throws IOException {
        if ((present & CANCELLED) != 0) {
            return readAct(EventType.ORDER_CANCELLED, in);
        }
        return (present & REFUND_AGREED) != 0 ? readAct(EventType.REFUND_AGREED, in) : null;
    }

    private static PromiseChange readChange(DataInput in) throws IOException {
        return new PromiseChange(readAct(EventType.PROMISE_CHANGED, in), Wire.readNumber(in));
    }

    private static Evidence readAct(EventType type, DataInput in) throws IOException {
        return new Evidence(Wire.readText(in), type.name(), Wire.readNumber(in));
    }
}
