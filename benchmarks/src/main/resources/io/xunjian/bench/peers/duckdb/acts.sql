-- What both queries read: each record of both files, once, and what it means for its order. Times are epoch ms.

SET threads = 2;

CREATE TEMP MACRO hours(n) AS n * 3_600_000;

CREATE TEMP VIEW acts AS
SELECT
    orderId,
    eventId,
    eventType,
    eventTime,
    shopId,
    coalesce(promiseShipTime, eventTime + hours(48)) AS deadline,
    coalesce(orderType = 'VIRTUAL', false) AS isVirtual,
    eventType = 'ORDER_PAID' AS pays,
    eventType IN ('ORDER_CANCELLED', 'REFUND_AGREED')
        OR (eventType = 'SHIP_CONFIRMED' AND coalesce(complete, true)) AS closes
FROM read_json(
    [getvariable('events') || '/orders.jsonl', getvariable('events') || '/shipments.jsonl'],
    format = 'newline_delimited',
    columns = {
        eventId: 'VARCHAR',
        eventType: 'VARCHAR',
        eventTime: 'BIGINT',
        orderId: 'VARCHAR',
        shopId: 'VARCHAR',
        promiseShipTime: 'BIGINT',
        orderType: 'VARCHAR',
        complete: 'BOOLEAN'
    }
);
