package io.xunjian.bench.peers.plainflink;

/** What the rule needs of an event; a POJO to Flink. */
public final class Event {

    public EventType type;
    public String eventId;

    /** Epoch ms. */
    public long eventTime;

    /** {@code null} for a heartbeat. */
    public String orderId;

    public String shopId;

    /** Epoch ms, 0 where nothing was promised. */
    public long promiseShipTime;

    public Event() {}
}
