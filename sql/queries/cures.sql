-- How long it takes to put a breach right: hours, by rule and level.
SELECT ruleCode, level, COUNT(*) AS cures, AVG((curedAt - raisedAt) / 3600000.0) AS mean_hours,
  MAX((curedAt - raisedAt) / 3600000.0) AS longest_hours
FROM net_alerts WHERE status = 'CURED'
GROUP BY ruleCode, level ORDER BY ruleCode, level
