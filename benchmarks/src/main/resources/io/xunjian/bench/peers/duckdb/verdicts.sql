-- The late shipments, in the nine fields in which two runs must agree.

COPY (
    WITH
    -- The least struct is the first payment by (eventTime, eventId): fields compare in their order.
    orders AS (
        SELECT
            orderId,
            min({eventTime: eventTime, eventId: eventId, shopId: shopId, deadline: deadline, isVirtual: isVirtual})
                FILTER (pays) AS payment,
            min(eventTime) FILTER (closes) AS closedAt,
            max(eventTime) AS latest
        FROM acts
        GROUP BY orderId
    ),
    late AS (
        SELECT *, unnest([1, 2, 3]) AS level
        FROM (SELECT *, max(latest) OVER () AS horizon FROM orders)
        WHERE NOT payment.isVirtual AND (closedAt IS NULL OR closedAt > payment.deadline)
    ),
    judged AS (
        SELECT *, payment.deadline + (level - 1) * hours(24) AS raisedAt FROM late
    )
    SELECT
        'LATE_SHIPMENT:' || orderId || ':' || level AS alertId,
        'LATE_SHIPMENT' AS ruleCode,
        1 AS ruleVersion,
        'SHOP' AS subjectType,
        payment.shopId AS subjectId,
        level,
        if(closedAt IS NULL, 'OPEN', 'CURED') AS status,
        raisedAt,
        closedAt AS curedAt
    FROM judged
    WHERE raisedAt <= horizon AND (closedAt IS NULL OR closedAt > raisedAt)
    ORDER BY raisedAt, alertId
) TO (getvariable('alerts')) (FORMAT json);
