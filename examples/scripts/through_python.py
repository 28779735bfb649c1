"""The same practice from Python, without a command: python through_python.py FOLDER 2026-06-15."""

import sys
from datetime import date

import goalctl

practice = goalctl.open(sys.argv[1], today=date.fromisoformat(sys.argv[2]))
print("Who needs a look first, and when were they last seen?")
for one in practice.standings()[:3]:
    print(f"{one.client}: {one.look}, last seen {one.last_seen}")
print("How far is each goal that is scored on the way to its target?")
for case in practice.cases():
    for goal in case.plan.active_goals:
        reached = case.item(goal.id).attainment
        if reached and reached.share is not None:
            print(f"{case.plan.client} {goal.id}: {reached.share:.0%}, {case.item(goal.id).progress.state}")
