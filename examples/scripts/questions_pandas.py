"""Three questions for pandas: python questions_pandas.py FOLDER."""

import json
import sys
from pathlib import Path

import pandas as pd

folder = Path(sys.argv[1])
scores = pd.read_csv(folder / "scores.csv", parse_dates=["date"], keep_default_na=False)
totals = scores[(scores["source"] == "form") & (scores["part"] == "")].astype({"score": float})
findings = pd.DataFrame(json.loads((folder / "check.json").read_text(encoding="utf-8"))["findings"])

print("8. How did each client's own PHQ-9 change, first to last?")
phq = totals[(totals["measure"] == "phq-9") & (totals["respondent"] == "client")].sort_values("date")
ends = phq.groupby("client")["score"].agg(["first", "last", "count"])
for client, first, last, _ in ends[ends["count"] > 1].itertuples():
    print(f"{client}: {first:g} to {last:g}")

print("9. How many forms with a total were filled in, by month?")
for month, count in totals.groupby(totals["date"].dt.strftime("%Y-%m")).size().items():
    print(f"{month}: {count}")

print("10. Which findings are there most?")
counts = findings.groupby(["code", "title"]).size().sort_values(ascending=False, kind="stable")
for (code, title), count in counts.head(3).items():
    print(f"{code} {title}: {count}")
