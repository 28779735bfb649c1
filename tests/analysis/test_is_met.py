"""Whether a goal is met, asked alone: the same as its state says, and it lasts longer."""

from datetime import date, timedelta
from random import Random

import pytest
from invented import plan_of

from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.state import is_met, state_of
from goalctl.workspace.memory.facts import case_on
from goalctl.workspace.memory.lasting import LastingDay
from goalctl.workspace.store.caseload import case_plan
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.scan import scan
from tests.conftest import TREE
from tests.oracle.cases import FIRST_DAY, plan_data

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


def drawn(seeds):
    """Random plans, each on a day of its own, with every kind of measure, several raters, and rests."""
    practice = practice_at(TREE, None)
    for seed in seeds:
        chance = Random(seed)  # noqa: S311 - no secret
        today = FIRST_DAY + timedelta(days=chance.randrange(180))
        yield practice.case(plan_of(**plan_data(chance, f"c-{seed}x", today)), today=today)


@pytest.mark.parametrize("first", range(0, 300, 100))
def test_it_is_what_the_state_of_random_scores_says(first):
    asked = {(case.plan.client, item): (is_met(case, item), state_of(case, item).state)
             for case in drawn(range(first, first + 100)) for item in case.plan.scorables}  # fmt: skip
    judged = {item: (met, state) for item, (met, state) in asked.items() if state is not State.RESTING}
    assert {item: said for item, said in judged.items() if said[0] != (said[1] is State.MET)} == {}
    assert {met for met, _ in judged.values()} == {True, False}
    assert (True, State.RESTING) in asked.values()


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
