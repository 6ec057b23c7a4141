-- Why records are no events: by `stream`, reason and field, the most frequent first.
SELECT `stream`, reason, field, COUNT(*) AS letters, MIN(`offset`) AS first_offset
FROM dead_letters GROUP BY `stream`, reason, field ORDER BY letters DESC, `stream`, reason, field
