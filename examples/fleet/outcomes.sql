-- What came of treatment, by clinic and measure: how many have a first and a last score, what became of them, and the
-- mean change of five or more (a decimal is rounded as by hand, as goalctl does: -2.125 is -2.13, 2.675 is 2.68).
SELECT split_part(filename, '/', -2) AS clinic, name AS measure, count(change) AS pairs, count(*) AS people,
       count(*) FILTER (outcome = 'recovered') AS recovered, count(*) FILTER (outcome = 'improved') AS improved,
       count(*) FILTER (outcome = 'unchanged') AS unchanged, count(*) FILTER (outcome = 'deteriorated') AS worse,
       CASE WHEN count(change) >= 5 THEN CAST(round(CAST(favg(change) AS DECIMAL(18, 6)), 2) AS DOUBLE) END AS mean_change
FROM read_parquet('warehouse/*/outcomes.parquet', filename = true)
GROUP BY ALL ORDER BY ALL;
