-- The shops with the most alerts.
SELECT * FROM alerts_by_shop ORDER BY alerts DESC, shopId LIMIT 20
