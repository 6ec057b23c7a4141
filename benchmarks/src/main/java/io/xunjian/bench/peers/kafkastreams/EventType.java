package io.xunjian.bench.peers.kafkastreams;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What happened, as far as the rule asks for it. */
enum EventType {
    ORDER_PAID,
    SHIP_CONFIRMED,
    ORDER_CANCELLED,
    REFUND_AGREED,
    /** A heartbeat, or what neither pays an order nor closes it. */
    @JsonEnumDefaultValue
    OTHER
}
