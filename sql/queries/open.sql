-- What waits longest to be put right, and why it is a breach.
SELECT raised, ruleCode, subjectId, severity, alertId, reason.en AS reason
FROM open_alerts ORDER BY raisedAt, alertId LIMIT 100
