package io.xunjian.bench.peers.plainflink;

import java.time.Duration;

/** What is known of an order: the state of its key, a POJO to Flink. */
public final class Order {

    static final int LEVELS = 3;
    static final long NEVER = Long.MAX_VALUE;

    private static final long DEFAULT_PROMISE = Duration.ofDays(2).toMillis();
    private static final long JUDGED_AGAIN_AFTER = Duration.ofDays(1).toMillis();

    /** The first payment; {@code null} where there is none. */
    public String paidId;

    public long paidAt;
    public String shopId;
    public long deadline;

    /** The first act that closed it; {@code closedAt} is {@link #NEVER} where there is none. */
    public String closedId;

    public EventType closedBy;
    public long closedAt = NEVER;

    /** The highest level that was told, 0 for none. */
    public int toldLevel;

    /** When its timer fires; {@link #NEVER} where there is none. */
    public long timer = NEVER;

    public Order() {}

    /** Takes in an event; the first by time and id counts, in whatever order they come. */
    void add(Event event) {
        if (event.type == EventType.ORDER_PAID) {
            if (!isPaid() || isBefore(event, paidAt, paidId)) {
                paidId = event.eventId;
                paidAt = event.eventTime;
                shopId = event.shopId;
                deadline = event.promiseShipTime == 0 ? paidAt + DEFAULT_PROMISE : event.promiseShipTime;
            }
        } else if (closedAt == NEVER || isBefore(event, closedAt, closedId)) {
            closedId = event.eventId;
            closedAt = event.eventTime;
            closedBy = event.type;
        }
    }

    private static boolean isBefore(Event event, long time, String id) {
        return event.eventTime < time || (event.eventTime == time && event.eventId.compareTo(id) < 0);
    }

    boolean isPaid() {
        return paidId != null;
    }

    boolean isClosedBy(long time) {
        return closedAt != NEVER && closedAt <= time;
    }

    /** When it is judged for a level. */
    long judgedAt(int level) {
        return deadline + (level - 1) * JUDGED_AGAIN_AFTER;
    }

    /** Whether it is late at a level, so far as is known. */
    boolean isLateAt(int level) {
        return level <= LEVELS && closedAt > judgedAt(level);
    }
}
