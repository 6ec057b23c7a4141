-- Both topics at once. An event counts from a time on: a payment from its deadline on, where it must have been shipped,
-- another event from when it happened. Time itself passes by when events happen, up to 60 s out of order.
CREATE TABLE events (
  eventId STRING,
  eventType STRING,
  eventTime BIGINT,
  orderId STRING,
  shopId STRING,
  promiseShipTime BIGINT,
  orderType STRING,
  complete BOOLEAN,
  countsFrom AS TO_TIMESTAMP_LTZ(
    CASE WHEN eventType = 'ORDER_PAID' THEN COALESCE(promiseShipTime, eventTime + 172800000) ELSE eventTime END, 3),
  WATERMARK FOR countsFrom AS TO_TIMESTAMP_LTZ(eventTime - 60000, 3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders;shipments',
  'properties.bootstrap.servers' = '${bootstrap}',
  'properties.group.id' = 'flink-sql',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'json'
);

-- The buffer folds what is said of one alert within a second: the last join takes an alert back before it tells it anew.
CREATE TABLE alerts (
  alertId STRING,
  ruleCode STRING,
  ruleVersion INT,
  subjectType STRING,
  subjectId STRING,
  keys ROW<orderId STRING>,
  level INT,
  severity STRING,
  status STRING,
  raisedAt BIGINT,
  curedAt BIGINT,
  actions ARRAY<ROW<type STRING, mode STRING, amountFen BIGINT>>,
  reason ROW<en STRING, zh STRING>,
  clause ROW<`ref` STRING, zh STRING, en STRING>,
  evidence ARRAY<ROW<eventId STRING, eventType STRING, eventTime BIGINT>>,
  evidenceCount INT,
  PRIMARY KEY (alertId) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'alerts',
  'sink.buffer-flush.max-rows' = '10000',
  'sink.buffer-flush.interval' = '1 s',
  'properties.bootstrap.servers' = '${bootstrap}',
  'key.format' = 'raw',
  'value.format' = 'json',
  'value.json.encode.ignore-null-fields' = 'true'
);
