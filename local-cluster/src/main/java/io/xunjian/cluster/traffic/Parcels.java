package io.xunjian.cluster.traffic;

import io.xunjian.rules.event.EventType;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What is shipped, how it travels, and how it is paid to the shop a week later. */
final class Parcels {

    private static final List<String> CARRIERS = List.of("SF", "ZTO", "YTO", "STO", "YUNDA", "JD");
    private static final long UNTIL_SETTLED = TimeUnit.DAYS.toMillis(7);

    private final Outbox outbox;
    private final Dice dice;

    Parcels(Outbox outbox, Dice dice) {
        this.outbox = outbox;
        this.dice = dice;
    }

    /** Ships the order, the last of it at this instant. */
    void ship(Order order, long at) {
        String carrier = dice.oneOf(CARRIERS);
        if (dice.chance(0.02)) {
            outbox.post(shipped(order, "part-shipped", dice.between(order.paid(), at), carrier, "P")
                    .with("complete", false));
        }
        outbox.post(shipped(order, "shipped", at, carrier, ""));
        long pickedUp = at + dice.hours(0.5, 12);
        long atTheDoor = pickedUp + dice.hours(20, 96);
        outbox.post(traced(order, pickedUp, carrier, "PICKED_UP"));
        if (dice.chance(0.01)) {
            outbox.post(traced(order, atTheDoor, carrier, "REJECTED"));
            outbox.post(traced(order, atTheDoor + dice.hours(24, 96), carrier, "RETURNED"));
        } else {
            outbox.post(traced(order, atTheDoor, carrier, "SIGNED"));
            settle(order, at);
        }
    }

    /** Pays the shop, a week after this instant; sometimes takes it back. */
    void settle(Order order, long since) {
        long settled = since + UNTIL_SETTLED + dice.minutes(0, 60);
        outbox.post(paidOut(EventType.ORDER_SETTLED, order, "settled", settled));
        if (dice.chance(0.015)) {
            outbox.post(paidOut(EventType.SETTLEMENT_REVERSED, order, "reversed", settled + dice.days(0.1, 3)));
        }
    }

    private static Fact shipped(Order order, String what, long at, String carrier, String suffix) {
        return new Fact(EventType.SHIP_CONFIRMED, order.id(), order.id() + ':' + what, at)
                .with("orderId", order.id())
                .with("shopId", order.shopId())
                .with("carrierCode", carrier)
                .with("trackingNumber", trackingNumber(order, carrier) + suffix);
    }

    private static Fact traced(Order order, long at, String carrier, String node) {
        return new Fact(EventType.TRACE_NODE, order.id(), order.id() + ':' + node, at)
                .with("carrierCode", carrier)
                .with("trackingNumber", trackingNumber(order, carrier))
                .with("node", node)
                .with("orderId", order.id())
                .with("shopId", order.shopId());
    }

    private static Fact paidOut(EventType type, Order order, String what, long at) {
        return new Fact(type, order.shopId(), order.id() + ':' + what, at)
                .with("shopId", order.shopId())
                .with("orderId", order.id())
                .with("amountFen", order.amountFen());
    }

    private static String trackingNumber(Order order, String carrier) {
        return carrier + order.id().replaceAll("[^0-9]", "");
    }
}
