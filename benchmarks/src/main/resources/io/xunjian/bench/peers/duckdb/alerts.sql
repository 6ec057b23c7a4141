-- The late shipments, each with its sentence, its clause and its evidence. The lines are put together as text:
-- to_json of nested structs takes much longer, and writes what is absent as null.

-- The inside of a JSON string.
CREATE TEMP MACRO escaped(text) AS (to_json(text)::VARCHAR)[2:-2];

-- As a clock in Shanghai shows it: it is UTC+8 all year.
CREATE TEMP MACRO clock(t) AS make_timestamp((t // 1000 + 8 * 3600) * 1_000_000)::VARCHAR;

-- A number with its unit, NULL for none.
CREATE TEMP MACRO part(n, unit) AS if(n > 0, concat(n, unit), NULL);

-- The two greatest units that a length of time has.
CREATE TEMP MACRO span(ms, days, hrs, minutes, seconds, millis) AS array_to_string(
    list_filter(
        [
            part(ms // hours(24), days),
            part(ms // hours(1) % 24, hrs),
            part(ms // 60_000 % 60, minutes),
            part(ms // 1_000 % 60, seconds),
            part(ms % 1_000, millis)
        ],
        lambda p: p IS NOT NULL
    )[1:2],
    ' '
);

COPY (
    WITH
    -- The least struct is the first act by (eventTime, eventId): fields compare in their order.
    orders AS (
        SELECT
            orderId,
            min({eventTime: eventTime, eventId: eventId, shopId: shopId, deadline: deadline, isVirtual: isVirtual})
                FILTER (pays) AS payment,
            min({eventTime: eventTime, eventId: eventId, eventType: eventType}) FILTER (closes) AS closure,
            max(eventTime) AS latest
        FROM acts
        GROUP BY orderId
    ),
    late AS (
        SELECT
            orderId,
            escaped(orderId) AS orderText,
            to_json(payment.shopId)::VARCHAR AS shopText,
            payment.deadline AS deadline,
            clock(payment.deadline) AS due,
            closure.eventTime AS closedAt,
            '; it '
                || CASE closure.eventType
                    WHEN 'ORDER_CANCELLED' THEN 'was cancelled'
                    WHEN 'REFUND_AGREED' THEN 'was refunded'
                    ELSE 'shipped'
                END
                || ' at ' || clock(closure.eventTime) || ', '
                || span(closure.eventTime - payment.deadline, ' d', ' h', ' min', ' s', ' ms')
                || ' late' AS curedEn,
            '；已于 ' || clock(closure.eventTime)
                || CASE closure.eventType
                    WHEN 'ORDER_CANCELLED' THEN ' 取消'
                    WHEN 'REFUND_AGREED' THEN ' 达成退款'
                    ELSE ' 发货'
                END
                || '，超时 '
                || span(closure.eventTime - payment.deadline, ' 天', ' 小时', ' 分', ' 秒', ' 毫秒') AS curedZh,
            concat(
                '"evidence":[{"eventId":"', escaped(payment.eventId),
                '","eventType":"ORDER_PAID","eventTime":', payment.eventTime,
                '},{"eventId":"' || escaped(closure.eventId)
                    || '","eventType":"' || closure.eventType || '","eventTime":' || closure.eventTime,
                '}],"evidenceCount":', if(closure IS NULL, 1, 2)
            ) AS evidence,
            horizon
        FROM (SELECT *, max(latest) OVER () AS horizon FROM orders)
        WHERE NOT payment.isVirtual AND (closure IS NULL OR closure.eventTime > payment.deadline)
    ),
    ladder(level, severity, actions) AS (
        VALUES
        (
            1,
            'MINOR',
            '{"type":"WARNING","mode":"ENFORCE"},{"type":"DEPOSIT_DEDUCTION","mode":"ENFORCE","amountFen":1000}'
        ),
        (2, 'GENERAL', '{"type":"DEPOSIT_DEDUCTION","mode":"ENFORCE","amountFen":1000}'),
        (3, 'SERIOUS', '{"type":"LISTING_BAN","mode":"ENFORCE"}')
    ),
    judged AS (
        SELECT *, deadline + (level - 1) * hours(24) AS raisedAt FROM late, ladder
    ),
    found AS (
        SELECT *
        FROM judged
        WHERE raisedAt <= horizon AND (closedAt IS NULL OR closedAt > raisedAt)
        ORDER BY raisedAt, 'LATE_SHIPMENT:' || orderId || ':' || level
    )
    -- concat passes over NULL: what only a cured breach has is absent where the breach stands open.
    SELECT concat(
        '{"alertId":"LATE_SHIPMENT:', orderText, ':', level,
        '","ruleCode":"LATE_SHIPMENT","ruleVersion":1,"subjectType":"SHOP","subjectId":', shopText,
        ',"keys":{"orderId":"', orderText, '"},"level":', level, ',"severity":"', severity,
        '","status":"', if(closedAt IS NULL, 'OPEN', 'CURED'), '","raisedAt":', raisedAt,
        ',"curedAt":' || closedAt,
        ',"actions":[', actions,
        '],"reason":{"en":"Order ', orderText, ' was to ship by ', due, '; at judgement ', level, ' of 3 (',
        clock(raisedAt), ') it had not shipped', curedEn,
        '.","zh":"订单 ', orderText, ' 应于 ', due, ' 前发货，第 ', level, ' 次判定（共 3 次，',
        clock(raisedAt), '）时仍未发货', curedZh,
        '。"},"clause":{"ref":"抖店商家规则·发货","zh":"商家应在承诺发货时效内完成发货，并在该时效内上传真实有效物流单号；'
        '在超时的24小时后，会再次被识别判定发货超时，判定上限为3次。","en":"A shop must ship within the time it promised and '
        'upload a real tracking number within it; 24 hours after a late shipment it is judged again, three times at '
        'most."},', evidence, '}'
    )
    FROM found
) TO (getvariable('alerts')) (FORMAT csv, HEADER false, DELIMITER '', QUOTE '', ESCAPE '');
