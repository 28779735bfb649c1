"""One of the questions beside it, in the folder that holds `warehouse`: python ask.py due.sql."""

import sys
from pathlib import Path

import duckdb

answer = duckdb.sql(Path(sys.argv[1]).read_text(encoding="utf-8"))
print(*answer.columns, sep="\t")
for row in answer.fetchall():
    print(*("" if cell is None else cell for cell in row), sep="\t")
