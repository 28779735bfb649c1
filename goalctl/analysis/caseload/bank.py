"""What one plan adds to the bank: every goal, objective, intervention and homework in it, each as a use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from goalctl.analysis.caseload.banked import BankKind, Use
from goalctl.analysis.progress.beginning import opening_of
from goalctl.analysis.progress.reached import Reached, reached
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.goal import Goal, Intervention, Objective, Scorable
from goalctl.model.plan import Plan
from goalctl.model.session import Done, Homework

_LEAST_QUOTED_WORDS = 2
_WORD = re.compile(r"\w+")


Used: TypeAlias = Goal | Objective | Intervention | Homework


def _spoken(text: str) -> str:
    """The words alone, with a space around each."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def uses_in(at: Standpoint) -> Iterator[Use]:
    """Every use in one plan."""
    return (use for use, _ in used_in(at))


def used_in(at: Standpoint) -> Iterator[tuple[Use, Used]]:
    """Every use in one plan, with what is used."""
    plan = at.plan
    for goal in plan.goals:
        yield _use(BankKind.GOALS, plan, goal, goal, reached(at, goal))
        for objective in goal.objectives:
            is_reached = reached(at, objective)
            yield _use(BankKind.OBJECTIVES, plan, objective, objective, is_reached)
            for intervention in objective.interventions:
                yield _use(BankKind.INTERVENTIONS, plan, objective, intervention, is_reached)
    yield from _homework(plan)


def _use(
    kind: BankKind, plan: Plan, item: Scorable, record: Goal | Objective | Intervention, is_reached: Reached
) -> tuple[Use, Used]:
    text = record.what if isinstance(record, Intervention) else record.wording
    exactly = record.smart.specific if isinstance(record, Goal) else None
    name = f"{item.id}.{record.id}" if isinstance(record, Intervention) else item.id
    is_quoted = _is_quoted(plan, f"{text} {exactly or ''}")
    measure = item.measure.by.id if item.measure else None
    return Use(kind, text, plan.client, name, opening_of(plan, item), *is_reached, is_quoted, measure), record


def _is_quoted(plan: Plan, text: str) -> bool:
    """Whether the text repeats something that the client is quoted with, a single word aside."""
    spoken, quotes = _spoken(text), (_spoken(quote) for quote in _quotes(plan))
    return any(len(quote.split()) >= _LEAST_QUOTED_WORDS and quote in spoken for quote in quotes)


def _homework(plan: Plan) -> Iterator[tuple[Use, Used]]:
    answers = {id_: (done, entry.date) for entry in plan.log for id_, done in entry.homework_done.items()}
    for entry in plan.log:
        for task in entry.homework:
            done, on = answers.get(task.id, (None, None))
            was_done = done is Done.YES, on if done is Done.YES else None
            is_quoted = _is_quoted(plan, task.task)
            yield Use(BankKind.HOMEWORK, task.task, plan.client, task.id, entry.date, *was_done, is_quoted), task


def _quotes(plan: Plan) -> Iterator[str]:
    """What the client is quoted with anywhere in the plan."""
    yield from (goal.smart.relevant.in_their_words for goal in plan.goals if goal.smart.relevant.in_their_words)
    for wish in plan.discovery.magic_wand:
        yield from filter(None, (wish.wish, wish.in_the_way))
