-- By how much events come too late, by the facts that they would have been.
SELECT kind, eventType, COUNT(*) AS events, MAX(lateness) / 3600000.0 AS longest_hours
FROM late_events GROUP BY kind, eventType ORDER BY kind, eventType
