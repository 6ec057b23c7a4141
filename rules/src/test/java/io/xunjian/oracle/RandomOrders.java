package io.xunjian.oracle;

/** Orders that are paid, promised, put off, shipped and cancelled about their deadlines and the marks after them. */
final class RandomOrders {

    /** By their alertIds the second comes before the first. */
    private static final String[] ORDERS = {"A", "A!", "B", "\uFFFD", "\uD83D\uDE9A", "订单"};

    private static final String[] NODES = {
        "PICKED_UP",
        "IN_TRANSIT",
        "OUT_FOR_DELIVERY",
        "SIGNED",
        "REJECTED",
        "RETURNED",
        "CANCELLED",
        "ORDERED",
        "AWAITING_PICKUP"
    };

    private RandomOrders() {}

    static void addTo(RandomFacts facts) {
        int orders = facts.random.nextInt(ORDERS.length + 1);
        long closureMark = facts.midnight();
        for (int i = 0; i < orders; i++) {
            // Deadlines that lie a closure's 30 days apart, and others.
            boolean marked = facts.onceIn(3);
            addOrder(ORDERS[i], marked ? closureMark + facts.random.nextInt(3) * 30L * RandomFacts.DAY : 0, facts);
        }
    }

    private static void addOrder(String order, long promise, RandomFacts facts) {
        String shop = facts.oneOf("S0", "S0", "S1");
        long deadline = pay(order, shop, promise, facts);
        if (facts.onceIn(6)) {
            pay(order, facts.oneOf(RandomMarket.SHOPS), 0, facts);
        }
        if (facts.onceIn(15)) {
            return;
        }
        for (int i = facts.oneOf(0, 0, 1, 2, 3); i > 0; i--) {
            long at = facts.onceIn(4) ? facts.instant() : facts.beside(deadline);
            long to = facts.onceIn(3)
                    ? facts.instant()
                    : facts.beside(deadline + facts.oneOf(-24, 0, 1, 24, 48) * RandomFacts.HOUR);
            facts.add("orders", "PROMISE_CHANGED", at, "orderId", order, "shopId", shop, "promiseShipTime", to);
            deadline = facts.limit(to);
        }
        for (int i = facts.oneOf(0, 0, 1, 1, 2, 3); i > 0; i--) {
            long mark = facts.limit(deadline + facts.random.nextInt(4) * 24L * RandomFacts.HOUR);
            act(order, shop, facts.onceIn(4) ? facts.instant() : facts.beside(mark), facts);
        }
    }

    private static long pay(String order, String shop, long promise, RandomFacts facts) {
        long paid = facts.instant();
        Long promised = promise != 0
                ? (Long) facts.beside(promise)
                : facts.oneOf(null, paid, paid - 1, paid + 48 * RandomFacts.HOUR, facts.instant());
        facts.add(
                "orders",
                "ORDER_PAID",
                paid,
                "orderId",
                order,
                "shopId",
                shop,
                "promiseShipTime",
                promised,
                "paidAmountFen",
                facts.oneOf(null, 0, 19_900),
                "orderType",
                facts.oneOf(null, null, "NORMAL", "NORMAL", "PRESALE", facts.oneOf("VIRTUAL", "NORMAL")));
        return facts.limit(promised == null ? paid + 48 * RandomFacts.HOUR : promised);
    }

    private static void act(String order, String shop, long at, RandomFacts facts) {
        String type = facts.oneOf(
                "SHIP_CONFIRMED",
                "SHIP_CONFIRMED",
                "SHIP_CONFIRMED",
                "TRACE_NODE",
                "ORDER_CANCELLED",
                "REFUND_AGREED",
                "REFUND_APPLIED");
        switch (type) {
            case "SHIP_CONFIRMED" ->
                facts.add(
                        "shipments",
                        type,
                        at,
                        "orderId",
                        order,
                        "shopId",
                        facts.onceIn(5) ? "S1" : shop,
                        "carrierCode",
                        "SF",
                        "trackingNumber",
                        "SF1",
                        "complete",
                        facts.oneOf(null, true, true, false));
            case "TRACE_NODE" ->
                facts.add(
                        "shipments",
                        type,
                        at,
                        "carrierCode",
                        "SF",
                        "trackingNumber",
                        "SF1",
                        "node",
                        facts.oneOf(NODES),
                        "orderId",
                        facts.oneOf(order, order, null),
                        "shopId",
                        facts.oneOf(shop, null));
            default -> facts.add("orders", type, at, "orderId", order, "shopId", shop);
        }
    }
}
