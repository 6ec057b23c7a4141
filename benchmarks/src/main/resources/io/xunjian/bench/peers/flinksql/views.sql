-- The first act that closes an order.
CREATE VIEW closings AS
SELECT orderId, eventId AS closedId, eventType AS closedBy, eventTime AS closedAt, countsFrom
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY orderId ORDER BY countsFrom) AS place
  FROM events
  WHERE eventType IN ('ORDER_CANCELLED', 'REFUND_AGREED')
    OR (eventType = 'SHIP_CONFIRMED' AND COALESCE(complete, TRUE))
)
WHERE place = 1;

CREATE VIEW payments AS
SELECT
  orderId, shopId, eventId AS paidId, eventTime AS paidAt,
  COALESCE(promiseShipTime, eventTime + 172800000) AS deadline,
  countsFrom
FROM events
WHERE eventType = 'ORDER_PAID' AND COALESCE(orderType, 'NORMAL') <> 'VIRTUAL';

-- The orders that were not closed at their deadlines, told at their deadlines.
CREATE VIEW lateOrders AS
SELECT orderId, shopId, paidId, paidAt, deadline, countsFrom
FROM (
  SELECT payments.*, ROW_NUMBER() OVER (PARTITION BY payments.orderId ORDER BY payments.countsFrom) AS place
  FROM payments
  LEFT JOIN closings FOR SYSTEM_TIME AS OF payments.countsFrom ON payments.orderId = closings.orderId
  WHERE closings.closedId IS NULL
)
WHERE place = 1;

-- The late orders as they are judged: at the deadline and, as sessions of one event end, 24 and 48 hours later.
CREATE VIEW judgements AS
SELECT orderId, shopId, paidId, paidAt, deadline, 1 AS level, deadline AS judgedAt
FROM lateOrders
UNION ALL
SELECT orderId, shopId, paidId, paidAt, deadline, 2, deadline + 86400000
FROM SESSION(TABLE lateOrders PARTITION BY orderId, DESCRIPTOR(countsFrom), INTERVAL '1 00:00:00.001' DAY TO SECOND(3))
UNION ALL
SELECT orderId, shopId, paidId, paidAt, deadline, 3, deadline + 172800000
FROM SESSION(TABLE lateOrders PARTITION BY orderId, DESCRIPTOR(countsFrom), INTERVAL '2 00:00:00.001' DAY TO SECOND(3));

-- What is late at its judgement, and what closed it since.
CREATE VIEW breaches AS
SELECT
  judgements.*, closedId, closedBy, closedAt,
  DATE_FORMAT(TO_TIMESTAMP_LTZ(deadline, 3), 'yyyy-MM-dd HH:mm:ss') AS due,
  DATE_FORMAT(TO_TIMESTAMP_LTZ(judgedAt, 3), 'yyyy-MM-dd HH:mm:ss') AS judged,
  DATE_FORMAT(TO_TIMESTAMP_LTZ(closedAt, 3), 'yyyy-MM-dd HH:mm:ss') AS closed,
  (closedAt - deadline) / 86400000 AS lateDays,
  MOD((closedAt - deadline) / 3600000, 24) AS lateHours,
  MOD((closedAt - deadline) / 60000, 60) AS lateMinutes,
  MOD((closedAt - deadline) / 1000, 60) AS lateSeconds,
  MOD(closedAt - deadline, 1000) AS lateMillis
FROM judgements
LEFT JOIN closings ON judgements.orderId = closings.orderId
WHERE closedAt IS NULL OR closedAt > judgedAt;
