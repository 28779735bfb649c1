-- How the goals and steps of active plans stand, by clinic.
SELECT split_part(state.filename, '/', -2) AS clinic, state.state, count(*) AS n
FROM read_parquet('warehouse/*/states.parquet', filename = true) AS state
JOIN read_parquet('warehouse/*/plans.parquet', filename = true) AS plan
  ON split_part(plan.filename, '/', -2) = split_part(state.filename, '/', -2) AND plan.client = state.client
WHERE plan.status = 'active'
GROUP BY ALL ORDER BY ALL;
