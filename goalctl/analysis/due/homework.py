"""Homework: what was given last and became of it, and what nobody has asked about yet."""

from __future__ import annotations

from goalctl.model.plan import Plan
from goalctl.model.session import Done, Homework


def last_homework(plan: Plan) -> tuple[tuple[Homework, Done | None], ...]:
    """The homework of the last entry that gave any, each with its answer; None while there is none."""
    given = [entry.homework for entry in plan.log if entry.homework]
    answers = {task: done for entry in plan.log for task, done in entry.homework_done.items()}
    return tuple((task, answers.get(task.id)) for task in (given[-1] if given else ()))


def open_homework(plan: Plan) -> tuple[Homework, ...]:
    """Of the last homework what is not answered yet."""
    return tuple(task for task, done in last_homework(plan) if done is None)
