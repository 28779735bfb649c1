"""A plan seen from an earlier day: what was logged, moved, corrected or ended later has not happened yet."""

from datetime import date

import pytest

from goalctl.analysis.history.cut import last_day
from goalctl.analysis.history.replay import as_of
from goalctl.documents.read import read_data
from goalctl.model.plan import Plan
from goalctl.model.validate import record_from

TEXT = """\
client: c-1
opened: 2026-01-05
status: discharged
goals:
  - id: g1
    goal: Walks on three days a week
    status: achieved
    closed: 2026-06-01
    smart:
      measurable: {by: rating, baseline: 1, target: 6}
      time_bound:
        deadline: 2026-08-31
        extended: [{on: 2026-03-10, from: 2026-03-31, because: flu}, {on: 2026-05-10, from: 2026-06-30, because: move}]
sessions:
  - date: 2026-02-02
    scores: {g1: 2}
    amended: [{on: 2026-04-01, set: {scores.g1: 3}, because: slip}]
  - {date: 2026-05-04, scores: {g1: 6}}
holds: [{from: 2026-04-10, to: 2026-04-20}]
discharge: {on: 2026-06-10}
"""


@pytest.fixture
def plan():
    made, findings = record_from(Plan, read_data(TEXT)[0])
    assert not findings
    return made


def test_the_newest_day_is_that_of_the_last_thing_written(plan):
    assert last_day(plan) == date(2026, 6, 10)


def test_from_its_last_day_on_the_plan_is_what_it_is(plan):
    assert as_of(plan, today=date(2026, 6, 10)) is plan


@pytest.mark.parametrize(
    ("day", "deadline", "moves"),
    [("2026-03-09", "2026-03-31", 0), ("2026-03-10", "2026-06-30", 1), ("2026-05-10", "2026-08-31", 2)],
)
def test_an_extension_of_a_later_day_has_not_happened(plan, day, deadline, moves):
    goal = as_of(plan, today=date.fromisoformat(day)).goals[0]
    assert (str(goal.deadline), len(goal.extended)) == (deadline, moves)


@pytest.mark.parametrize(("day", "score"), [("2026-03-31", 2), ("2026-04-01", 3)], ids=["day before", "the day itself"])
def test_an_amendment_of_a_later_day_has_not_happened(plan, day, score):
    then = as_of(plan, today=date.fromisoformat(day))
    assert [*then.log[0].scores.values()] == [score]


def test_what_ended_later_was_still_going_on(plan):
    then = as_of(plan, today=date(2026, 5, 31))
    assert (then.status.value, then.goals[0].status.value) == ("active", "active")
    assert as_of(plan, today=date(2026, 6, 9)).goals[0].status.value == "achieved"
