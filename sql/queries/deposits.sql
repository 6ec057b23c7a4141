-- Deposits that the rule book deducts, by shop, in fen.
SELECT a.subjectId AS shopId, COUNT(*) AS deductions, SUM(x.amountFen) AS fen
FROM net_alerts AS a CROSS JOIN UNNEST(a.actions) AS x (type, `mode`, amountFen, points, `until`)
WHERE x.type = 'DEPOSIT_DEDUCTION' AND x.`mode` = 'ENFORCE' AND a.subjectType = 'SHOP'
GROUP BY a.subjectId ORDER BY fen DESC, shopId
