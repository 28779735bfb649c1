"""Whether a goal is met, asked alone: the same as its state says, and it lasts longer."""

from datetime import date

import pytest

from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.state import is_met, state_of
from goalctl.workspace.memory.facts import case_on
from goalctl.workspace.memory.lasting import LastingDay
from goalctl.workspace.store.caseload import case_plan
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import scan
from tests.conftest import TREE

DAYS = (date(2025, 11, 3), date(2026, 2, 2), date(2026, 6, 15), date(2027, 6, 15))


def shipped(day):
    practice = practice_at(TREE, None)
    for file in scan(TREE).files:
        if plan := case_plan(practice, file).plan:
            yield case_on(practice, plan, day, day)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_it_is_what_the_state_says(day):
    asked = {(case.plan.client, item): (is_met(case, item), state_of(case, item).state is State.MET)
             for case in shipped(day) for item in case.plan.scorables}  # fmt: skip
    assert {item: answers for item, answers in asked.items() if answers[0] != answers[1]} == {}


def test_some_are_and_some_are_not():
    assert {is_met(case, item) for case in shipped(DAYS[2]) for item in case.plan.scorables} == {True, False}


def last_day(ask):
    """How long the answers to a question about every goal hold, by client."""
    found = {}
    for day in [LastingDay(DAYS[2]) for _ in scan(TREE).files]:
        for case in shipped(day):
            if case.plan.client not in found:
                for goal in case.plan.goals:
                    ask(case, goal.id)
                found[case.plan.client] = day.span.days[1]
                break
    return found


def test_the_answer_outlasts_what_a_state_says_of_days():
    met, told = last_day(is_met), last_day(state_of)
    assert all(met[client] >= told[client] for client in told)
    assert met != told
