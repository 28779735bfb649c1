-- What is overdue and what comes within two weeks, by clinic and kind.
SELECT split_part(filename, '/', -2) AS clinic, kind, count(*) FILTER (overdue) AS overdue, count(*) AS due
FROM read_parquet('warehouse/*/due.parquet', filename = true)
WHERE day <= as_of + 14
GROUP BY ALL ORDER BY ALL;
