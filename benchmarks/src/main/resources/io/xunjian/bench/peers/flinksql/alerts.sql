INSERT INTO alerts
SELECT
  'LATE_SHIPMENT:' || orderId || ':' || CAST(level AS STRING),
  'LATE_SHIPMENT',
  1,
  'SHOP',
  shopId,
  ROW(orderId),
  level,
  CASE level WHEN 1 THEN 'MINOR' WHEN 2 THEN 'GENERAL' ELSE 'SERIOUS' END,
  CASE WHEN closedAt IS NULL THEN 'OPEN' ELSE 'CURED' END,
  judgedAt,
  closedAt,
  CASE level
    WHEN 1 THEN ARRAY[ROW('WARNING', 'ENFORCE', CAST(NULL AS BIGINT)), ROW('DEPOSIT_DEDUCTION', 'ENFORCE', 1000)]
    WHEN 2 THEN ARRAY[ROW('DEPOSIT_DEDUCTION', 'ENFORCE', CAST(1000 AS BIGINT))]
    ELSE ARRAY[ROW('LISTING_BAN', 'ENFORCE', CAST(NULL AS BIGINT))]
  END,
  ROW(
    'Order ' || orderId || ' was to ship by ' || due || '; at judgement ' || CAST(level AS STRING) || ' of 3 ('
      || judged || ') it had not shipped'
      || CASE WHEN closedAt IS NULL THEN '' ELSE
        '; it ' || CASE closedBy
          WHEN 'ORDER_CANCELLED' THEN 'was cancelled' WHEN 'REFUND_AGREED' THEN 'was refunded' ELSE 'shipped' END
        || ' at ' || closed || ', ' || ARRAY_JOIN(ARRAY_SLICE(ARRAY_REMOVE(ARRAY[
          CASE WHEN lateDays = 0 THEN '' ELSE CAST(lateDays AS STRING) || ' d' END,
          CASE WHEN lateHours = 0 THEN '' ELSE CAST(lateHours AS STRING) || ' h' END,
          CASE WHEN lateMinutes = 0 THEN '' ELSE CAST(lateMinutes AS STRING) || ' min' END,
          CASE WHEN lateSeconds = 0 THEN '' ELSE CAST(lateSeconds AS STRING) || ' s' END,
          CASE WHEN lateMillis = 0 THEN '' ELSE CAST(lateMillis AS STRING) || ' ms' END
        ], ''), 1, 2), ' ') || ' late' END
      || '.',
    '订单 ' || orderId || ' 应于 ' || due || ' 前发货，第 ' || CAST(level AS STRING) || ' 次判定（共 3 次，'
      || judged || '）时仍未发货'
      || CASE WHEN closedAt IS NULL THEN '' ELSE
        '；已于 ' || closed || ' ' || CASE closedBy
          WHEN 'ORDER_CANCELLED' THEN '取消' WHEN 'REFUND_AGREED' THEN '达成退款' ELSE '发货' END
        || '，超时 ' || ARRAY_JOIN(ARRAY_SLICE(ARRAY_REMOVE(ARRAY[
          CASE WHEN lateDays = 0 THEN '' ELSE CAST(lateDays AS STRING) || ' 天' END,
          CASE WHEN lateHours = 0 THEN '' ELSE CAST(lateHours AS STRING) || ' 小时' END,
          CASE WHEN lateMinutes = 0 THEN '' ELSE CAST(lateMinutes AS STRING) || ' 分' END,
          CASE WHEN lateSeconds = 0 THEN '' ELSE CAST(lateSeconds AS STRING) || ' 秒' END,
          CASE WHEN lateMillis = 0 THEN '' ELSE CAST(lateMillis AS STRING) || ' 毫秒' END
        ], ''), 1, 2), ' ') END
      || '。'),
  ROW(
    '抖店商家规则·发货',
    '商家应在承诺发货时效内完成发货，并在该时效内上传真实有效物流单号；在超时的24小时后，会再次被识别判定发货超时，判定上限为3次。',
    'A shop must ship within the time it promised and upload a real tracking number within it; 24 hours after a late shipment it is judged again, three times at most.'),
  CASE WHEN closedAt IS NULL
    THEN ARRAY[ROW(paidId, 'ORDER_PAID', paidAt)]
    ELSE ARRAY[ROW(paidId, 'ORDER_PAID', paidAt), ROW(closedId, closedBy, closedAt)]
  END,
  CASE WHEN closedAt IS NULL THEN 1 ELSE 2 END
FROM breaches;
