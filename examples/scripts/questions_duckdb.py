"""Three questions for DuckDB: python questions_duckdb.py FOLDER."""

import os
import sys

import duckdb

QUESTIONS = {
    "5. How many things fall due in each of the coming weeks?": """
        SELECT strftime(date_trunc('week', day::DATE), 'week of %Y-%m-%d'), count(*)
        FROM (SELECT unnest(due, recursive := true) FROM 'due.json') WHERE NOT overdue
        GROUP BY 1 ORDER BY 1""",
    "6. How do the goals and steps of the practice stand?": """
        SELECT state, sum(n)::INT AS goals
        FROM (SELECT unnest(goal, recursive := true)
              FROM (SELECT unnest(plan.goals) AS goal FROM (SELECT unnest(caseload) AS plan FROM 'caseload.json')))
        GROUP BY 1 ORDER BY 2 DESC, 1""",
    "7. How many clients has each clinician, and how many of them need a look?": """
        SELECT plan.clinician, count(*), count(*) FILTER (len(plan.reasons) > 0)
        FROM (SELECT unnest(caseload) AS plan FROM 'caseload.json') WHERE plan.status = 'active'
        GROUP BY 1 ORDER BY 1""",
}

os.chdir(sys.argv[1])
for question, sql in QUESTIONS.items():
    print(question)
    for name, *figures in duckdb.sql(sql).fetchall():
        print(f"{name}:", *figures)
