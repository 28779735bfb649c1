"""Digests: a format of their own, the same however a file is written, and different when what it says is."""

import pytest

from goalctl.analysis.history.digest import agreement_digest, is_of_plan, is_of_session, session_digest
from goalctl.documents.read import read_data
from goalctl.model.plan import Plan

ENTRY = """\
client: c-1
sessions:
  - id: a12345
    date: 2026-02-02
    by: m.kowalski
    time: 10:00-10:53
    scores: {g1: 6, g1@clinician: 5.5}
    forms:
      phq-9: [2, 2, ~, 2, 1, 2, 2, 1, 1]
      gad-7@anna: {total: 14}
    note: "Ran once."
    homework: [{id: h1, task: run}]
"""
SAME = {
    "another order of keys": """\
client: c-1
sessions:
  - forms: {gad-7@anna: {total: 14}, phq-9: [2, 2, ~, 2, 1, 2, 2, 1, 1]}
    note: Ran once.
    scores: {g1@clinician: 5.5, g1: 6}
    homework: [{task: run, id: h1}]
    time: 10:00-10:53
    by: m.kowalski
    date: 2026-02-02
    id: a12345
""",
    "other quotes and a folded note": ENTRY.replace('"Ran once."', ">\n      Ran once.\n").replace(
        "2026-02-02", "'2026-02-02'"
    ),
    "comments": ENTRY.replace("    by:", "    # he came late\n    by:"),
    "numbers written otherwise": ENTRY.replace("g1: 6,", "g1: +06.0,").replace("total: 14", "total: 14.0"),
    "what is so by default": ENTRY.replace("    by:", "    kind: session\n    place:\n    by:"),
    "a key of the practice's own": ENTRY.replace("    by:", "    x-room: 3\n    by:"),
    "a signature and nothing else": ENTRY + "    signed: [{by: m.kowalski, on: 2026-02-02}]\n",
}
OTHER = {
    "another score": ENTRY.replace("g1: 6,", "g1: 7,"),
    "another answer": ENTRY.replace("[2, 2, ~", "[2, 2, 0"),
    "another note": ENTRY.replace("Ran once", "Ran twice"),
    "an amendment": ENTRY + "    amended: [{on: 2026-02-03, set: {note: Ran}, because: x}]\n",
    "kept from others": ENTRY + "    confidential: yes\n",
    "somebody else's answers": ENTRY.replace("gad-7@anna", "gad-7"),
}


def plan_of(text):
    data, findings = read_data(text)
    assert not findings
    return Plan.model_validate(data)


def entry_of(text):
    return plan_of(text).sessions[0]


def test_the_digest_of_an_entry_is_pinned():
    assert session_digest(entry_of(ENTRY)) == PINNED_ENTRY


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_the_same_entry_has_the_same_digest_however_it_is_written(text):
    assert session_digest(entry_of(text)) == session_digest(entry_of(ENTRY))


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_an_entry_that_says_something_else_has_another(text):
    assert session_digest(entry_of(text)) != session_digest(entry_of(ENTRY))
    assert not is_of_session(session_digest(entry_of(ENTRY)), entry_of(text))


AGREED = """\
format: 2
client: c-1
problems: [{id: p1, problem: Low mood, on: 2026-01-05}]
diagnoses: [{code: F32.1, name: Depression}]
services: [{type: individual, minutes: 50, every: twice a month, for: 12w}]
goals:
  - id: g1
    goal: Sleeps
    problem: [p1]
    status: active
    smart:
      measurable: {by: number, of: hours, scale: [0, ], baseline: 5, target: [7, 9], judged_by: client}
      time_bound: {deadline: 2026-05-31}
    objectives:
      - id: g1.1
        objective: In bed by eleven
        interventions: [{id: i1, what: CBT, every: 3 per week}]
  - {id: g2, goal: Talks, status: draft}
"""


def test_the_digest_of_an_agreement_is_pinned():
    assert agreement_digest(plan_of(AGREED)) == PINNED_AGREEMENT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("problem: [p1]", "problem: p1"),
        ("every: twice a month", "every: 2 per month"),
        ("format: 2\n", ""),
        ("status: active", "status: on-hold"),
        ("{id: g2, goal: Talks, status: draft}", "{id: g2, goal: Talks more, status: draft}"),
        ("target: [7, 9]", "target: [7.0, 09]"),
    ],
    ids=["one problem in a list", "a rate in other words", "the format", "a goal that rests", "a draft", "numbers"],
)
def test_an_agreement_still_fits_when_nothing_that_was_agreed_to_has_changed(old, new):
    assert old in AGREED
    assert is_of_plan(agreement_digest(plan_of(AGREED)), plan_of(AGREED.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("target: [7, 9]", "target: [7, 8]"),
        ("deadline: 2026-05-31", "deadline: 2026-06-30"),
        ("goal: Sleeps", "goal: Sleeps well"),
        ("problem: [p1]", "problem:"),
        ("judged_by: client", "judged_by: each"),
        ("every: 3 per week", "every: 2 per week"),
        ("status: active", "status: achieved"),
        ("code: F32.1", "code: F32.2"),
    ],
    ids=["target", "deadline", "wording", "problem", "who judges", "intervention", "closed", "diagnosis"],
)
def test_an_agreement_no_longer_fits_when_what_was_agreed_to_has_changed(old, new):
    assert old in AGREED
    assert not is_of_plan(agreement_digest(plan_of(AGREED)), plan_of(AGREED.replace(old, new)))


PINNED_ENTRY = "2:a376ae6107773612"
PINNED_AGREEMENT = "2:0645c7f4ea2a6027"
