-- What the live job writes, as tables and views for Flink SQL:
--   sql-client.sh -i sql/init.sql          then, for example, SELECT * FROM open_alerts;
-- Queries end at what is there when they begin. For one that goes on, say so of the table:
--   SELECT * FROM alerts /*+ OPTIONS('scan.bounded.mode' = 'unbounded') */;
-- Brokers other than 127.0.0.1:9092, and their security, go into the three WITH clauses ('properties.…').

SET 'execution.runtime-mode' = 'batch';
-- days are those of the marketplace
SET 'table.local-time-zone' = 'Asia/Shanghai';

-- Every state of every alert, in the order in which it was told; docs/alerts.md says what the fields mean.
CREATE TABLE alerts (
  alertId STRING,
  ruleCode STRING,
  ruleVersion INT,
  subjectType STRING,
  subjectId STRING,
  `keys` MAP<STRING, STRING>,
  level INT,
  severity STRING,
  status STRING,
  raisedAt BIGINT,
  curedAt BIGINT,
  actions ARRAY<ROW<type STRING, `mode` STRING, amountFen BIGINT, points INT, `until` BIGINT>>,
  reason ROW<en STRING, zh STRING>,
  clause ROW<`ref` STRING, zh STRING, en STRING>,
  `window` ROW<`from` BIGINT, `to` BIGINT>,
  evidence ARRAY<ROW<eventId STRING, eventType STRING, eventTime BIGINT>>,
  evidenceCount INT,
  kafka_partition INT METADATA FROM 'partition' VIRTUAL,
  kafka_offset BIGINT METADATA FROM 'offset' VIRTUAL,
  raised AS TO_TIMESTAMP_LTZ(raisedAt, 3),
  cured AS TO_TIMESTAMP_LTZ(curedAt, 3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'alerts',
  'properties.bootstrap.servers' = '127.0.0.1:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'json'
);

-- Events that came after their key was forgotten.
CREATE TABLE late_events (
  eventId STRING,
  eventType STRING,
  eventTime BIGINT,
  kind STRING,
  `key` STRING,
  `watermark` BIGINT,
  lateness BIGINT,
  happened AS TO_TIMESTAMP_LTZ(eventTime, 3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'late-events',
  'properties.bootstrap.servers' = '127.0.0.1:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'json'
);

-- Records that are no events, and rule files that were refused (stream 'rules', with their faults).
CREATE TABLE dead_letters (
  `stream` STRING,
  `partition` INT,
  `offset` BIGINT,
  reason STRING,
  field STRING,
  faults ARRAY<STRING>,
  `value` STRING,
  valueBase64 STRING,
  written TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL
) WITH (
  'connector' = 'kafka',
  'topic' = 'dead-letters',
  'properties.bootstrap.servers' = '127.0.0.1:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'json'
);

-- Of each alert its newest state: all states of one are in one partition, the newest last.
CREATE VIEW newest_alerts AS
SELECT alertId, ruleCode, ruleVersion, subjectType, subjectId, `keys`, level, severity, status, raisedAt, curedAt, actions,
  reason, clause, `window`, evidence, evidenceCount, raised, cured
FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY alertId ORDER BY kafka_offset DESC) AS age FROM alerts)
WHERE age = 1;

-- The breaches that there are: those that were taken back are none.
CREATE VIEW net_alerts AS
SELECT * FROM newest_alerts WHERE status <> 'REVOKED';

CREATE VIEW open_alerts AS
SELECT * FROM newest_alerts WHERE status = 'OPEN';

CREATE VIEW alerts_by_day_and_rule AS
SELECT DATE_FORMAT(raised, 'yyyy-MM-dd') AS `day`, ruleCode, COUNT(*) AS alerts,
  COUNT(*) FILTER (WHERE status = 'OPEN') AS still_open, COUNT(*) FILTER (WHERE status = 'CURED') AS put_right
FROM net_alerts
GROUP BY DATE_FORMAT(raised, 'yyyy-MM-dd'), ruleCode;

CREATE VIEW alerts_by_shop AS
SELECT subjectId AS shopId, COUNT(*) AS alerts, COUNT(DISTINCT ruleCode) AS rules,
  COUNT(*) FILTER (WHERE status = 'OPEN') AS still_open, MAX(raised) AS latest
FROM net_alerts
WHERE subjectType = 'SHOP'
GROUP BY subjectId;
