package io.xunjian.rules.event;

/** A node of a parcel's trace, as the carrier reports it. */
public enum TraceNode {
    PICKED_UP,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    SIGNED,
    REJECTED,
    RETURNED,
    CANCELLED,
    ORDERED,
    AWAITING_PICKUP
}
