"""The golden thread of a plan: problem, goal, objective, intervention, and the sessions that used or worked on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from goalctl.analysis.standpoint import Standpoint
from goalctl.model.goal import Goal, Objective
from goalctl.model.plan import Plan
from goalctl.model.session import Session
from goalctl.model.walk import measure_on


class Link(StrEnum):
    """What one link of the thread is."""

    PROBLEM = "problem"
    GOAL = "goal"
    OBJECTIVE = "objective"
    INTERVENTION = "intervention"


class ThreadLink(NamedTuple):
    """One link, `depth` below the first; `days` are the sessions that name it."""

    link: Link
    depth: int
    id: str
    words: str
    status: str = ""
    days: tuple[date, ...] = ()


def thread_of(at: Standpoint) -> tuple[ThreadLink, ...]:
    """Every problem with what hangs on it, then the goals that hang on none; a goal of two stands below both."""
    plan = at.plan
    problems = {problem.id for problem in plan.problems}
    loose = [goal for goal in plan.goals if not problems & set(goal.problems)]
    found: list[ThreadLink] = []
    for problem in plan.problems:
        found.append(ThreadLink(Link.PROBLEM, 0, problem.id, problem.problem))
        found += [link for goal in plan.goals if problem.id in goal.problems for link in _below(at, goal, 1)]
    return (*found, *(link for goal in loose for link in _below(at, goal, 0)))


def _below(at: Standpoint, goal: Goal, depth: int) -> Iterator[ThreadLink]:
    yield ThreadLink(Link.GOAL, depth, goal.id, goal.goal, goal.status.value, _worked_on(at, goal.id))
    for objective in goal.objectives:
        status, days = objective.status.value, _worked_on(at, objective.id)
        yield ThreadLink(Link.OBJECTIVE, depth + 1, objective.id, objective.objective, status, days)
        yield from _done_for(at, objective, depth + 2)


def _done_for(at: Standpoint, objective: Objective, depth: int) -> Iterator[ThreadLink]:
    for each in objective.interventions:
        full = f"{objective.id}.{each.id}"
        yield ThreadLink(Link.INTERVENTION, depth, full, each.what, days=_used(at, full))


def items_named(plan: Plan, entry: Session) -> frozenset[str]:
    """What an entry says it was for: worked on, scored by hand or by its form that day, or served by what was used."""
    filled_in = {ref.id for ref in entry.forms}
    by_form = ((item.id, measure_on(item, entry.date)) for item in plan.scorables.values()) if filled_in else ()
    scored = (item for item, measure in by_form if measure and measure.form and measure.form.id in filled_in)
    served = (full_id.rpartition(".")[0] for full_id in entry.used)
    return frozenset([*entry.worked_on, *(rated.item for rated in entry.scores), *served, *scored])


def _worked_on(at: Standpoint, item: str) -> tuple[date, ...]:
    held = (entry for entry in at.plan.log if entry.kind.is_sitting and entry.date <= at.today)
    return tuple(entry.date for entry in held if item in items_named(at.plan, entry))


def _used(at: Standpoint, full_id: str) -> tuple[date, ...]:
    return tuple(entry.date for entry in at.plan.log if entry.date <= at.today and full_id in entry.used)
