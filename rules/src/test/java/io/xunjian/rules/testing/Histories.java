package io.xunjian.rules.testing;

import io.xunjian.rules.Instants;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventBuilder;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.event.OrderType;
import io.xunjian.rules.event.TraceNode;
import java.util.Collection;

/** Events in words: {@code paid("A").from("shop").promising(NEXT_NOON).at(NOON)}. Each is of the shop "shop" unless said. */
public final class Histories {

    private Histories() {}

    /** The greatest eventTime: where a run ends that is not told otherwise. */
    public static long horizonOf(Collection<Event> events) {
        return events.stream().mapToLong(Event::eventTime).max().orElse(Instants.BEFORE_ALL);
    }

    public static Told paid(String orderId) {
        return told(EventType.ORDER_PAID, orderId).ofType(OrderType.NORMAL);
    }

    public static Told promiseChanged(String orderId) {
        return told(EventType.PROMISE_CHANGED, orderId);
    }

    public static Told cancelled(String orderId) {
        return told(EventType.ORDER_CANCELLED, orderId);
    }

    public static Told refundAgreed(String orderId) {
        return told(EventType.REFUND_AGREED, orderId);
    }

    public static Told refundApplied(String orderId) {
        return told(EventType.REFUND_APPLIED, orderId);
    }

    public static Told shipped(String orderId) {
        return told(EventType.SHIP_CONFIRMED, orderId).complete(true);
    }

    public static Told shippedInPart(String orderId) {
        return told(EventType.SHIP_CONFIRMED, orderId).complete(false);
    }

    public static Told traced(String orderId, TraceNode node) {
        return told(EventType.TRACE_NODE, orderId).node(node);
    }

    public static Event heartbeat(long at) {
        return new EventBuilder()
                .type(EventType.HEARTBEAT)
                .eventId("HEARTBEAT@" + at)
                .eventTime(at)
                .build();
    }

    private static Told told(EventType type, String orderId) {
        return new Told(type, orderId);
    }

    /** An event that lacks its instant. Its id is made of its type, order and instant unless it is named. */
    public static final class Told {

        private final EventBuilder event = new EventBuilder();
        private final String name;
        private String eventId;

        private Told(EventType type, String orderId) {
            name = type + "-" + orderId + "@";
            event.type(type).orderId(orderId).shopId("shop");
        }

        public Told from(String shopId) {
            event.shopId(shopId);
            return this;
        }

        public Told promising(long promiseShipTime) {
            event.promiseShipTime(promiseShipTime);
            return this;
        }

        /** The new promise of {@link #promiseChanged}. */
        public Told to(long promiseShipTime) {
            return promising(promiseShipTime);
        }

        public Told ofType(OrderType orderType) {
            event.orderType(orderType);
            return this;
        }

        public Told named(String id) {
            eventId = id;
            return this;
        }

        public Event at(long eventTime) {
            return event.eventId(eventId == null ? name + eventTime : eventId)
                    .eventTime(eventTime)
                    .build();
        }

        private Told complete(boolean complete) {
            event.complete(complete);
            return this;
        }

        private Told node(TraceNode node) {
            event.node(node);
            return this;
        }
    }
}
