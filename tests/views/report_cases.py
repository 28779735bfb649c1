"""A small plan for reports, and one whose every text bites; how the tests get a report of it."""

from datetime import date

from goalctl.analysis.case import Case
from goalctl.documents.read import read_data
from goalctl.library.report_templates import report_templates
from goalctl.library.shelf import FormShelf
from goalctl.model.identity import Identity
from goalctl.model.plan import Plan
from goalctl.model.settings import Clinician, Settings
from goalctl.model.validate import record_from
from goalctl.views.reports.kinds import ReportFormat, ReportKind, Written, report_text, seen_then
from goalctl.views.reports.parts import Scope

TODAY = date(2026, 4, 1)
FORMS = FormShelf()
SETTINGS = Settings(
    clinician="m.kowalski",
    clinicians={"m.kowalski": Clinician(name="M. Kowalski", credential="LPC", licence="12345")},
)

PLAN = """\
client: c-ab1
clinician: m.kowalski
opened: 2026-01-05
diagnoses:
  - {code: F32.1, name: "Depressive episode, moderate", on: 2026-01-05, by: m.kowalski}
values: [being a patient father]
strengths: [two years sober]
functioning: Misses a shift a week.
services:
  - {type: individual psychotherapy, minutes: 53, every: 1w, for: 26w}
authorizations:
  - {payer: State Plan, from: 2026-01-05, to: 2026-07-04, sessions: 26}
discharge_criteria: PHQ-9 below 10 twice.
agreements:
  - {on: 2026-01-12, who: client, how: signed, where: paper chart}
x-room: the blue one
problems:
  - {id: p1, problem: Low mood since October, evidence: PHQ-9 18 at intake}
goals:
  - id: g1
    goal: Uses coping skills on most days
    problem: p1
    status: active
    opened: 2026-01-12
    smart:
      measurable: {by: phq-9, baseline: 18, target: 9, since: 2026-01-12}
      relevant: {value: being a patient father, in_their_words: I want to play with my kids again}
      time_bound:
        deadline: 2026-06-30
        extended: [{on: 2026-03-02, from: 2026-05-31, because: two weeks of flu}]
    objectives:
      - id: g1.1
        objective: Walks on three days a week
        status: active
        measurable: {by: count, of: days walked, per: week, scale: [0, 7], baseline: 1, target: 3}
        deadline: 2026-04-30
        interventions:
          - {id: i1, what: Behavioural activation, who: clinician, every: 1w, for: 12w}
reviews:
  - {on: 2026-03-02, by: m.kowalski, decision: continue, with: client, necessity: Shifts are still missed}
changes:
  - on: 2026-03-02
    by: m.kowalski
    of: g1
    what: smart.time_bound.deadline
    from: 2026-05-31
    to: 2026-06-30
    because: two weeks of flu
sessions:
  - id: aaa111
    date: 2026-01-12
    time: 10:00-10:53
    by: m.kowalski
    cpt: [90837]
    scores: {g1.1: 1}
    forms: {phq-9: [2, 2, 3, 2, 1, 2, 2, 2, 2]}
    note_file: notes/c-ab1/2026-01-12.md
    signed: [{by: m.kowalski, on: 2026-01-12}]
  - id: bbb222
    date: 2026-02-09
    time: 10:00-10:53
    by: m.kowalski
    cpt: [90837]
    scores: {g1.1: 3, g1.1@clinician: 2}
    forms: {phq-9: 12}
    used: [g1.1.i1]
    amended:
      - {on: 2026-02-11, by: m.kowalski, set: {scores.g1.1: 2}, because: counted twice}
  - id: ccc333
    date: 2026-02-16
    by: m.kowalski
    kind: no-show
    void: {on: 2026-02-17, by: m.kowalski, because: another client's}
  - id: ddd444
    date: 2026-03-09
    time: 10:00-10:53
    by: m.kowalski
    cpt: [90837]
    scores: {g1.1: 3}
    forms: {phq-9: 8}
    used: [g1.1.i1]
    homework: [{id: h1, task: Run on Tuesday}]
    next: 2026-04-06
  - id: eee555
    date: 2026-04-20
    by: m.kowalski
    note: written after the report's day
"""

BITES = """<script>alert(1)</script> [/] | {{ 7*7 }} *bold* ![x](http://x.example) &lt; `code` \\u202e"""


def data_of(text=PLAN):
    """The plain values of a plan's text."""
    data, findings = read_data(text)
    assert not findings, findings
    return data


def scope_of(data=None, *, today=TODAY, end=None, begin=None, identity=None):
    """The scope of a report on that plan."""
    plan, findings = record_from(Plan, data if data is not None else data_of())
    assert plan, findings
    end = end or today
    return Scope(seen_then(Case.of(plan, FORMS, SETTINGS, end)), identity or Identity(), today, begin)


def report_of(kind, written_as="md", data=None, notes=None, sources=None, **scope):
    """A report's text."""
    data = data if data is not None else data_of()
    return report_text(
        ReportKind(kind),
        scope_of(data, **scope),
        Written(data, notes),
        ReportFormat(written_as),
        sources or report_templates(None),
    )


def biting(value):
    """The same plain values with every free text replaced by one that bites."""
    if isinstance(value, dict):
        return {key: biting(item) if key not in _KEPT else item for key, item in value.items()}
    if isinstance(value, list):
        return [biting(item) for item in value]
    return BITES if isinstance(value, str) and " " in value and "(" not in value else value


_KEPT = {"time", "scale", "signed", "every"}
