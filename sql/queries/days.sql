-- How many alerts each rule raised, day by day.
SELECT * FROM alerts_by_day_and_rule ORDER BY `day`, ruleCode
