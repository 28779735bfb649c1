"""Whether an earlier day can be shown as it stood: the digests of its agreements are reproduced, or it is told.

An agreement's digest was made of the plan at one moment of its day, or of the day it was written. Some state of such a
day must have it; where none has, something was altered since that no trail tells.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from itertools import accumulate
from typing import TypeVar

from goalctl.analysis.history.broken_trail import gap_on
from goalctl.analysis.history.cut import Cut, day_written
from goalctl.analysis.history.digest import is_of_plan
from goalctl.analysis.history.replay import without_later
from goalctl.analysis.history.steps import Step, steps_of
from goalctl.analysis.history.unwinding import unwound
from goalctl.model.plan import Agreement, Plan

T = TypeVar("T")


def why_not_as_of(plan: Plan, cut: Cut) -> str | None:
    """Why what this cut leaves of the plan may not be how it stood; None where nothing speaks against it.

    The newest agreements by that day answer for it, else the first one after it.
    """
    _, left = unwound(plan, lambda step: step.is_after(cut))
    for step in left:
        return f"the change of {_name(step)} on {step.day} can't be taken back"
    if gap := gap_on(plan, cut):
        return f"the changes of {_name(gap.after)} on {gap.before.day} and on {gap.after.day} do not meet"
    for agreement in _answering(plan, cut.day):
        if not is_reproduced(plan, agreement):
            return f"the agreement of {agreement.who} on {agreement.on} does not fit"
    return None


def _name(step: Step) -> str:
    return (f"{step.of} {step.leaf}" if step.of else step.what.replace(".", " ")).replace("_", " ")


def _answering(plan: Plan, day: date) -> list[Agreement]:
    given = [agreement for agreement in plan.agreements if agreement.of]
    before = [agreement for agreement in given if agreement.on <= day]
    days = [agreement.on for agreement in before or given]
    wanted = (max(days) if before else min(days)) if days else None
    return [agreement for agreement in given if agreement.on == wanted]


def is_reproduced(plan: Plan, agreement: Agreement) -> bool:
    """Whether the plan had the agreement's digest at some moment of its day; one without a digest asks nothing."""
    days = dict.fromkeys([agreement.on, day_written(agreement) or agreement.on])
    states = (state for day in days for state in _states_of(plan, day))
    return agreement.of is None or any(is_of_plan(agreement.of, state) for state in states)


def _states_of(plan: Plan, day: date) -> Iterator[Plan]:
    """The plan at the end of that day, then as it may have been before: without what the day altered and brought."""
    altered = [step for step in steps_of(plan) if step.day == day]
    for undone in _ever_more(altered):
        before, _ = unwound(plan, _later_than(day, undone))
        yield from _as_it_grew(without_later(before, Cut(day)), day)


def _as_it_grew(plan: Plan, day: date) -> Iterator[Plan]:
    """The plan with all that the day brought, then with less and less of it: no trail tells what came first."""
    goals = [item.id for item in plan.scorables.values() if item.opened == day]
    problems = [problem.id for problem in plan.problems if problem.on == day]
    for gone in _ever_more(problems):
        yield from (_without(plan, {*gone, *others}) for others in _ever_more(goals))


def _ever_more(items: Sequence[T]) -> Iterator[list[T]]:
    """None of them, the last one, the last two …, and all."""
    return accumulate(([item] for item in reversed(items)), initial=[])


def _later_than(day: date, altered: Collection[Step]) -> Callable[[Step], bool]:
    return lambda step: step.day > day or step in altered


def _without(plan: Plan, ids: Collection[str]) -> Plan:
    """The plan without those goals, objectives and problems."""
    goals = (goal for goal in plan.goals if goal.id not in ids)
    left = [
        goal.model_copy(update={"objectives": tuple(step for step in goal.objectives if step.id not in ids)})
        for goal in goals
    ]
    problems = tuple(problem for problem in plan.problems if problem.id not in ids)
    return plan.copy_with(goals=tuple(left), problems=problems) if ids else plan
