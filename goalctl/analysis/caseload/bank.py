"""What one plan adds to the bank: every goal, objective, intervention and homework in it, each as a use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from goalctl.analysis.caseload.banked import BankKind, Use
from goalctl.analysis.caseload.named import NAMES, names_any, names_in
from goalctl.analysis.progress.beginning import opening_of
from goalctl.analysis.progress.reached import Reached, reached
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.goal import Goal, Intervention, Objective, Scorable, Status, status_told
from goalctl.model.plan import Plan
from goalctl.model.session import Done, Homework

_LEAST_QUOTED_WORDS = 2
_NOT_YET = {Status.DRAFT.value, Status.RESERVE.value}
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
    whole = f"{text}. {exactly or ''}"
    measure = item.measure.by.id if item.measure else None
    days = _begun(plan, item, is_reached[1]), *is_reached
    return Use(kind, text, plan.client, name, *days, _is_quoted(plan, whole), measure, _private(plan, whole)), record


def _begun(plan: Plan, item: Scorable, until: date | None) -> date | None:
    """The day that it was worked on from: its opening; of what waited at first, by its trail, when it was made active.

    What was reached before that counts from its opening too.
    """
    changes = (change for change in plan.changes if change.of == item.id and change.what == "status")
    trail = sorted(changes, key=lambda change: change.on)
    if trail and status_told(item, trail[0].from_) in _NOT_YET:
        day = next((change.on for change in trail if status_told(item, change.to) == Status.ACTIVE), None)
        if day and (until is None or day <= until):
            return day
    return opening_of(plan, item)


def _private(plan: Plan, text: str) -> tuple[str, ...]:
    return (NAMES,) if names_any(names_in(plan), text) else ()


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
            private = _private(plan, task.task)
            use = Use(BankKind.HOMEWORK, task.task, plan.client, task.id, entry.date, *was_done, is_quoted)
            yield use._replace(private=private), task


def _quotes(plan: Plan) -> Iterator[str]:
    """What the client is quoted with anywhere in the plan, and what they said when a goal was explored."""
    for goal in plan.goals:
        yield from filter(None, (goal.smart.relevant.in_their_words, *_told_in_grow(goal)))
    for wish in plan.discovery.magic_wand:
        yield from filter(None, (wish.wish, wish.in_the_way))


def _told_in_grow(goal: Goal) -> tuple[str | None, ...]:
    """Why it matters, and what will be done, which often becomes what the goal says exactly."""
    if goal.grow is None:
        return ()
    talk = goal.grow.goal
    return talk.why, talk.changes, talk.downsides, talk.feel, goal.grow.will.this_week


def person_of(at: Standpoint) -> str:
    """By whom a plan is counted: the client's id in the first episode, so that who comes back is the same person."""
    return at.earlier[0].client if at.earlier else at.plan.client
