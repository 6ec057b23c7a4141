package io.xunjian.rules.event;

/** What happened. Each type belongs to one stream; a heartbeat to all of them. */
public enum EventType {
    /** Carries no fact, moves its partition's watermark. */
    HEARTBEAT(null),
    ORDER_PAID(Stream.ORDERS),
    PROMISE_CHANGED(Stream.ORDERS),
    ORDER_CANCELLED(Stream.ORDERS),
    /** Buyer and shop agreed on a refund. */
    REFUND_AGREED(Stream.ORDERS),
    /** A mere application: cures nothing. */
    REFUND_APPLIED(Stream.ORDERS),
    SHIP_CONFIRMED(Stream.SHIPMENTS),
    TRACE_NODE(Stream.SHIPMENTS),
    CALL_ATTEMPT(Stream.CALLS),
    COMPLAINT_CREATED(Stream.COMPLAINTS),
    COMPLAINT_RESPONDED(Stream.COMPLAINTS),
    COMPLAINT_RESOLVED(Stream.COMPLAINTS),
    COMPLAINT_WITHDRAWN(Stream.COMPLAINTS),
    COMPLAINT_REOPENED(Stream.COMPLAINTS),
    COMPLAINT_JUDGED(Stream.COMPLAINTS),
    COMPLAINT_COMPENSATED(Stream.COMPLAINTS),
    ORDER_SETTLED(Stream.SETTLEMENTS),
    SETTLEMENT_REVERSED(Stream.SETTLEMENTS),
    CATEGORY_GRANTED(Stream.PROVIDERS),
    SHOP_BOUND(Stream.PROVIDERS),
    SHOP_UNBOUND(Stream.PROVIDERS),
    SERVICE_ORDER_PAID(Stream.PROVIDERS),
    SERVICE_ORDER_REFUNDED(Stream.PROVIDERS),
    /** Not on any stream: what one rule found, told to a rule over findings. */
    FINDING(null);

    private static final EventType[] ALL = values();

    private final Stream stream;

    EventType(Stream stream) {
        this.stream = stream;
    }

    /** The stream that carries it, {@code null} for {@link #HEARTBEAT} and {@link #FINDING}. */
    public Stream stream() {
        return stream;
    }

    public boolean isOn(Stream where) {
        return stream == where || this == HEARTBEAT;
    }

    /** The type of that ordinal, without the copy that {@link #values} makes. */
    public static EventType at(int ordinal) {
        return ALL[ordinal];
    }
}
