"""What the tests of trailed changes share: a plan with several goals, and what changed in its file."""

import difflib

from goalctl.documents.read import read_data
from goalctl.model.plan import Plan
from goalctl.model.validate import record_from
from tests.cli.stamps import steady

GOALS = """\
goals:
  - id: g1
    goal: Fewer symptoms of depression
    status: active
    opened: 2026-01-12
    smart:
      measurable: {by: phq-9, baseline: 18, target: 9}   # agreed in the third session
      time_bound:
        deadline: 2026-04-30
    objectives:
      - id: g1.1
        objective: Walks on three days a week
        status: active
        measurable: {by: count, of: days walked, per: week, scale: [0, 7], baseline: 1, target: 3}
        deadline: 2026-03-31
      - {id: g1.2, objective: Sleeps before midnight, status: reserve, priority: 2}
      - {id: g1.3, objective: Calls a friend, status: reserve, priority: 1}
  - id: g2
    goal: Sees friends again
    status: draft
  - id: g3
    goal: Keeps the flat in order
    status: reserve
"""
PLAN = f"""\
client: c-ab1
clinician: m.kowalski
opened: 2026-01-05
status: active

problems:
  - {{id: p1, problem: Low mood}}

{GOALS}
sessions:
  - id: abc123
    date: 2026-02-02
    scores: {{g1.1: 2}}
    signed: [{{by: m.kowalski, on: 2026-02-02}}]
"""
WHOSE = "c-ab1 · opened 2026-01-05 · last session 2026-02-02\n"


def plan_from(text):
    data, _ = read_data(text)
    plan, findings = record_from(Plan, data)
    assert plan is not None, findings
    return plan


class Watched:
    """A file, and what has changed in it since this was made, with one sign for what differs each time."""

    def __init__(self, path):
        self.path = path
        self.before = self.text

    @property
    def text(self):
        return self.path.read_text(encoding="utf-8")

    @property
    def changed(self):
        found = difflib.unified_diff(self.before.splitlines(), self.text.splitlines(), n=0, lineterm="")
        return steady("".join(f"{line}\n" for line in found if line[:2] not in {"--", "++", "@@"}))
