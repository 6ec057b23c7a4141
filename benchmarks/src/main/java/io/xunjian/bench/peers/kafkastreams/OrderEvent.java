package io.xunjian.bench.peers.kafkastreams;

/**
 * A record of either topic.
 *
 * @param eventTime epoch ms
 * @param promiseShipTime epoch ms, {@code null} where nothing was promised
 * @param orderType {@code null} for an ordinary one
 * @param complete whether the whole order was shipped, {@code null} for yes
 */
record OrderEvent(
        String eventId,
        EventType eventType,
        long eventTime,
        String shopId,
        Long promiseShipTime,
        String orderType,
        Boolean complete) {

    /** A virtual order has nothing to ship. */
    boolean isPayment() {
        return eventType == EventType.ORDER_PAID && !"VIRTUAL".equals(orderType);
    }

    boolean isClosure() {
        return switch (eventType) {
            case SHIP_CONFIRMED -> complete == null || complete;
            case ORDER_CANCELLED, REFUND_AGREED -> true;
            case ORDER_PAID, OTHER -> false;
        };
    }

    Act act() {
        return new Act(eventId, eventType, eventTime);
    }
}
