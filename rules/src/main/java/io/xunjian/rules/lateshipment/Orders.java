package io.xunjian.rules.lateshipment;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.SeenIds;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.event.TraceNode;
import io.xunjian.rules.wire.Codec;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Orders, by orderId: when they were paid, what was promised, and what closed them. */
final class Orders implements FactKind<OrderFacts> {

    static final Orders KIND = new Orders();

    private static final Set<TraceNode> IN_CARRIERS_HANDS =
            EnumSet.of(TraceNode.PICKED_UP, TraceNode.IN_TRANSIT, TraceNode.OUT_FOR_DELIVERY, TraceNode.SIGNED);

    private Orders() {}

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public Set<Stream> streams() {
        return EnumSet.of(Stream.ORDERS, Stream.SHIPMENTS);
    }

    @Override
    public String keyOf(Event event) {
        return switch (event.type()) {
            case ORDER_PAID, PROMISE_CHANGED, ORDER_CANCELLED, REFUND_AGREED -> event.orderId();
            case SHIP_CONFIRMED -> event.complete() ? event.orderId() : null;
            case TRACE_NODE -> IN_CARRIERS_HANDS.contains(event.node()) ? event.orderId() : null;
            default -> null;
        };
    }

    @Override
    public OrderFacts of(Event event) {
        Evidence act = Evidence.of(event);
        return switch (event.type()) {
            case ORDER_PAID ->
                new OrderFacts(
                        new Payment(act, event.shopId(), event.promiseShipTime(), event.orderType()),
                        null,
                        null,
                        null,
                        List.of(),
                        SeenIds.NONE);
            case PROMISE_CHANGED ->
                new OrderFacts(
                        null, null, null, null, List.of(new PromiseChange(act, event.promiseShipTime())), SeenIds.NONE);
            case SHIP_CONFIRMED -> new OrderFacts(null, act, null, null, List.of(), SeenIds.NONE);
            case TRACE_NODE -> new OrderFacts(null, null, act, null, List.of(), SeenIds.NONE);
            case ORDER_CANCELLED, REFUND_AGREED -> new OrderFacts(null, null, null, act, List.of(), SeenIds.NONE);
            default -> throw new IllegalArgumentException(event.type() + " is no fact of an order");
        };
    }

    @Override
    public OrderFacts join(OrderFacts a, OrderFacts b) {
        return a.join(b);
    }

    @Override
    public boolean contains(OrderFacts facts, Event event) {
        return facts.contains(event.eventId());
    }

    @Override
    public Codec<OrderFacts> codec() {
        return new OrderFactsCodec();
    }

    /** There is one kind of orders: it stays one through serialization. */
    private Object readResolve() {
        return KIND;
    }
}
