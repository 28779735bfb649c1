"""Which format a plan needs: 2 as soon as it holds a word that came with it, and where that word stands."""

import pytest

from goalctl.documents.read import read_data
from goalctl.model.formats import format_needed, new_words
from goalctl.model.measure import Measure
from goalctl.model.plan import Plan
from goalctl.model.validate import record_from
from goalctl.model.written import record_data

OLD = """
client: c-ab1
members: [anna, ben]
services: [{type: individual, minutes: 50, every: 2w, for: 26w}]
assessments: [{form: phq-9@1, every: 4 sessions}]
values: [being on time]
safety_plan: {on: 2026-01-19, where: paper chart}
problems: [{id: p1, problem: Low mood}]
agreements: [{on: 2026-01-19, who: client, how: signed, of: 9ad03e}]
x-asam: {level: 2.1}
goals:
  - {id: g1, goal: Sleeps, problem: p1, status: active, smart: {measurable: {by: phq-9@1, baseline: 18, target: 9}}}
sessions:
  - {id: 4k7q2m, date: 2026-01-26, kind: phone, forms: {phq-9@1: 14}, homework: [{id: h1, task: Diary}]}
diary: [{date: 2026-01-27, g1: 3}]
"""

NEW = {
    "medications: [{name: sertraline}]": ("medications",),
    "care_team: [{who: Dr Osei}]": ("care_team",),
    "level_of_care: outpatient": ("level_of_care",),
    "mental_status: {on: 2026-01-12, text: Alert}": ("mental_status",),
    "part2: no": ("part2",),
    "values: [music, {value: being on time, on: 2026-01-12}]": ("values", 1),
    "services: [{type: group, every: 3 per week}]": ("services", 0, "every"),
    "services: [{type: group, every: as needed}]": ("services", 0, "every"),
    "safety_plan: {on: 2026-01-19, who: anna}": ("safety_plan", "who"),
    "problems: [{id: p1, problem: Low mood, on: 2026-01-12}]": ("problems", 0, "on"),
    "assessments: [{form: phq-9@anna, every: 4w}]": ("assessments", 0, "form"),
    "goals: [{id: g1, goal: Sleeps, problem: [p1, p2]}]": ("goals", 0, "problem"),
    "goals: [{id: g1, goal: Sleeps, problem: [p1]}]": ("goals", 0, "problem"),
    "goals: [{id: g1, goal: Sleeps, status: on-hold}]": ("goals", 0, "status"),
    "goals: [{id: g1, goal: S, smart: {measurable: {by: rating, target: [7, 9]}}}]": (
        *("goals", 0, "smart", "measurable", "target"),
    ),
    "goals: [{id: g1, goal: S, smart: {measurable: {by: rating, judged_by: each}}}]": (
        *("goals", 0, "smart", "measurable", "judged_by"),
    ),
    "agreements: [{id: x7k2m4, on: 2026-01-19, who: anna, how: signed}]": ("agreements", 0, "id"),
    'agreements: [{on: 2026-01-19, who: a, how: signed, of: "2:9ad03e1c5b7f2a90"}]': ("agreements", 0, "of"),
    "changes: [{on: 2026-02-16, written: 2026-02-16T16:05, what: status}]": ("changes", 0, "written"),
    "sessions: [{date: 2026-02-02, kind: outreach}]": ("sessions", 0, "kind"),
    "sessions: [{date: 2026-02-02, kind: crisis}]": ("sessions", 0, "kind"),
    "sessions: [{date: 2026-02-02, forms: {phq-9@ben: 4}}]": ("sessions", 0, "forms", "phq-9@ben"),
    "sessions: [{date: 2026-02-02, risk: {concern: suicide}}]": ("sessions", 0, "risk", "concern"),
    "sessions: [{date: 2026-02-02, homework: [{id: 7c2m9x, task: Diary}]}]": ("sessions", 0, "homework", 0, "id"),
    "sessions: [{date: 2026-02-02, homework_done: {7c2m9x: yes}}]": ("sessions", 0, "homework_done", "7c2m9x"),
}


def data_of(text):
    data, findings = read_data(text)
    assert not findings
    return data


def test_what_the_first_format_can_say_needs_no_other():
    assert list(new_words(Plan, data_of(OLD))) == []
    assert format_needed(Plan, data_of(OLD)) == 1


@pytest.mark.parametrize(("text", "place"), NEW.items(), ids=NEW)
def test_a_word_of_format_2_is_found_where_it_stands(text, place):
    data = data_of(text)
    assert list(new_words(Plan, data)) == [place]
    assert format_needed(Plan, data) == 2


@pytest.mark.parametrize("text", [text for text in NEW if "problem: [p1]}" not in text])
def test_it_is_found_in_what_a_plan_would_be_written_as_too(text):
    plan, findings = record_from(Plan, {"client": "c-ab1", **data_of(text)})
    assert not findings
    assert list(new_words(Plan, record_data(plan))) == [NEW[text]]


def test_an_empty_word_and_an_own_key_need_nothing():
    assert format_needed(Plan, data_of("{medications: , x-medications: [{name: sertraline}]}")) == 1


@pytest.mark.parametrize(
    ("problem", "ids", "written"),
    [
        pytest.param("p1", ("p1",), "p1", id="one"),
        pytest.param(["p1"], ("p1",), "p1", id="one in a list"),
        pytest.param(["p1", "p2"], ("p1", "p2"), ["p1", "p2"], id="two"),
    ],
)
def test_a_goal_serves_one_problem_or_several(problem, ids, written):
    plan, findings = record_from(
        Plan, {"client": "c-ab1", "goals": [{"id": "g1", "goal": "Sleeps", "problem": problem}]}
    )
    assert not findings
    assert plan.goals[0].problems == ids
    assert record_data(plan.goals[0])["problem"] == written


def test_a_goal_without_a_problem_serves_none():
    plan, _ = record_from(Plan, {"client": "c-ab1", "goals": [{"id": "g1", "goal": "Sleeps"}]})
    assert plan.goals[0].problems == ()
    assert "problem" not in record_data(plan.goals[0])


@pytest.mark.parametrize(
    ("problem", "place"), [("x1", ("problem",)), (["p1", "x1"], ("problem",)), ({"p1": "yes"}, ("problem",))]
)
def test_what_is_no_problem_s_id_is_refused(problem, place):
    _, findings = record_from(Plan, {"client": "c-ab1", "goals": [{"id": "g1", "goal": "Sleeps", "problem": problem}]})
    assert [finding.path for finding in findings] == [("goals", 0, *place)]


@pytest.mark.parametrize(
    ("target", "code"),
    [
        pytest.param(["9", "7"], "E132", id="the ends exchanged"),
        pytest.param(["7", "7"], "E132", id="no stretch between"),
        pytest.param(["7"], "E121", id="one end"),
        pytest.param(["7", "8", "9"], "E121", id="three ends"),
        pytest.param(["7", None], "E121", id="open above"),
        pytest.param(["7", "often"], "E124", id="no number"),
    ],
)
def test_what_is_no_band_is_refused(target, code):
    _, findings = record_from(Measure, {"by": "number", "target": target})
    assert [finding.code for finding in findings] == [code]
