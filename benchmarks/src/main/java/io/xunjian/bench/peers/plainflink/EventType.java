package io.xunjian.bench.peers.plainflink;

/** What the rule makes of an event. */
public enum EventType {
    ORDER_PAID,
    SHIP_CONFIRMED,
    ORDER_CANCELLED,
    REFUND_AGREED,

    /** Means nothing to the rule: heartbeats, parts of a shipment, virtual orders, all other types. */
    OTHER
}
