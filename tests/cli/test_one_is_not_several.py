"""Where there is one of something, the sentence says one: a week, a session, an answer, an item, a day."""

import re

import pytest

WRONG = re.compile(r"\b1 (weeks|sessions|days|answers|items|digits)\b")
PLAN = """\
format: 1
client: c-one
clinician: m.kowalski
opened: 2026-02-02
status: discharged
authorizations: [{payer: Harbour Health, from: 2026-02-01, to: 2026-03-31, sessions: 1}]
problems: [{id: p1, problem: Low mood}]
goals:
  - id: g1
    goal: Walks on four days a week
    problem: p1
    status: active
    smart:
      measurable: {by: count, of: walks, per: week, baseline: 1, target: 4}
      time_bound: {deadline: 2026-02-03}
sessions:
  - {id: aaaaaa, date: 2026-02-03, cpt: [90834], minutes: 45, scores: {g1: 1}, note: Began.}
discharge: {on: 2026-02-10, outcomes: {g1: partly}, reason: moved}
"""
SECOND = "  - {id: bbbbbb, date: 2026-02-05, cpt: [90834], minutes: 45, scores: {g1: 2}, note: Went on.}\ndischarge:"


@pytest.fixture
def one(goalctl, practice):
    """A client of whom there is one of everything; `more` replaces in the plan."""
    (practice / "forms").mkdir(exist_ok=True)
    (practice / "forms" / "lone.yaml").write_text(
        "form: lone\nname: Lone\nscale: [0, 4]\nitems: [{id: a, ask: How was it?}]\n"
        "scoring: {method: sum, better: lower}\n",
        encoding="utf-8",
    )

    def write(*more):
        text = PLAN
        for old, new in more:
            assert old in text
            text = text.replace(old, new)
        (practice / "plans" / "c-one.yaml").write_text(text, encoding="utf-8")
        return goalctl

    return write


def test_a_week_of_treatment(one):
    said = one()("report", "c-one", "--kind", "discharge").out
    assert "2026-02-02 to 2026-02-10, 1 week\n" in said
    assert not WRONG.search(said)


def test_a_session_in_an_audit_and_a_day_to_the_deadline(one):
    goalctl = one(("status: discharged", "status: active"), (PLAN[PLAN.index("discharge: {on") :], ""))
    said = goalctl("report", "c-one", "--kind", "audit").out
    assert "1 session, 2026-02-03 to 2026-02-03" in said
    assert not WRONG.search(said)
    found = goalctl("check", "c-one", "--select", "D102").out
    assert "2026-02-03 is 1 day after its start" in found


def test_the_one_session_that_was_authorized(one):
    goalctl = one(("discharge:", SECOND))
    found = goalctl("check", "c-one", "--audit", "outpatient").out
    assert "the one session that Harbour Health authorized until 2026-03-31 was used before" in found
    assert not WRONG.search(found)


@pytest.mark.parametrize("answers", ["lone=11", "lone=[1, 2]", "phq-9=[1]", "phq-9=01"])
def test_an_answer_to_an_item(one, answers):
    refused = one(("status: discharged", "status: active"))("log-session", "c-one", "--form", answers, status=2)
    assert not WRONG.search(refused.err)
