package io.xunjian.cluster.traffic;

import static java.util.concurrent.TimeUnit.HOURS;

import io.xunjian.rules.event.EventType;
import java.util.List;

/**
 * Orders and what their shops do about them: of a hundred 90 ship in time, six late and four never, and of these four two
 * are cancelled or refunded after their deadline.
 */
final class Orders implements Activity {

    private static final double PER_SHOP_AND_DAY = 10;
    private static final double SHIPPED_LATE = 0.06;
    private static final double NEVER_SHIPPED = 0.04;
    private static final long LONGEST = HOURS.toMillis(120);
    private static final List<Integer> PROMISED_HOURS = List.of(24, 48, 48, 72);

    private final Shops shops;
    private final Parcels parcels;
    private final Complaints complaints;
    private final Outbox outbox;
    private final Dice dice;
    private final DayNumbers numbers = new DayNumbers("o");

    Orders(Shops shops, Parcels parcels, Complaints complaints, Outbox outbox, Dice dice) {
        this.shops = shops;
        this.parcels = parcels;
        this.complaints = complaints;
        this.outbox = outbox;
        this.dice = dice;
    }

    @Override
    public void live(Hour hour) {
        for (long paid : hour.instants(PER_SHOP_AND_DAY * shops.count(), dice)) {
            int shop = shops.pick(dice);
            long amountFen = 990 + 100L * (long) (Math.pow(dice.unit(), 3) * 600);
            place(new Order(numbers.next(paid), Shops.id(shop), paid, amountFen), shops.carelessness(shop));
        }
    }

    private void place(Order order, double carelessness) {
        boolean isVirtual = dice.chance(0.01);
        Long promised = dice.chance(0.8) ? order.paid() + HOURS.toMillis(dice.oneOf(PROMISED_HOURS)) : null;
        outbox.post(fact(EventType.ORDER_PAID, order, "paid", order.paid())
                .with("promiseShipTime", promised)
                .with("paidAmountFen", order.amountFen())
                .with("buyerId", "buyer-%05d".formatted(dice.below(100_000)))
                .with("orderType", isVirtual ? "VIRTUAL" : dice.chance(0.03) ? "PRESALE" : null));
        complaints.about(order);
        if (isVirtual) {
            parcels.settle(order, order.paid());
        } else {
            fulfil(order, deadline(order, promised), carelessness);
        }
    }

    private void fulfil(Order order, long deadline, double carelessness) {
        double fate = dice.unit() / carelessness;
        if (fate < NEVER_SHIPPED) {
            giveUp(order, deadline);
        } else if (fate < NEVER_SHIPPED + SHIPPED_LATE) {
            parcels.ship(order, dice.between(deadline + 1, Math.max(order.paid() + LONGEST, deadline + 2)));
        } else {
            parcels.ship(order, order.paid() + (long) ((deadline - order.paid()) * (0.05 + 0.95 * dice.unit())));
            applyForRefund(order);
        }
    }

    /** The promise in the end. One in five changes comes when the promise is broken already, and changes nothing. */
    private long deadline(Order order, Long promised) {
        long deadline = promised == null ? order.paid() + HOURS.toMillis(48) : promised;
        if (!dice.chance(0.05)) {
            return deadline;
        }
        boolean isInTime = dice.chance(0.8);
        long changed = isInTime ? dice.between(order.paid() + 1, deadline) : deadline + dice.hours(0.1, 10);
        long later = deadline + HOURS.toMillis(24);
        outbox.post(fact(EventType.PROMISE_CHANGED, order, "promise-changed", changed)
                .with("promiseShipTime", later)
                .with("reason", "AGREED_WITH_BUYER"));
        return isInTime ? later : deadline;
    }

    private void giveUp(Order order, long deadline) {
        long applied = deadline + dice.hours(1, 40);
        outbox.post(fact(EventType.REFUND_APPLIED, order, "refund-applied", applied));
        if (dice.chance(0.5)) {
            boolean isCancelled = dice.chance(0.5);
            EventType end = isCancelled ? EventType.ORDER_CANCELLED : EventType.REFUND_AGREED;
            String what = isCancelled ? "cancelled" : "refund-agreed";
            outbox.post(fact(end, order, what, applied + dice.hours(0.5, 40)));
        }
    }

    /** A mere application, while the parcel is on its way. */
    private void applyForRefund(Order order) {
        if (dice.chance(0.01)) {
            outbox.post(fact(EventType.REFUND_APPLIED, order, "refund-applied", order.paid() + dice.hours(24, 96)));
        }
    }

    private static Fact fact(EventType type, Order order, String what, long at) {
        return new Fact(type, order.id(), order.id() + ':' + what, at)
                .with("orderId", order.id())
                .with("shopId", order.shopId());
    }
}
