"""A plan as its client sees it: the goals in the words agreed, where they began, where they are, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from goalctl.analysis.due.homework import open_homework
from goalctl.analysis.progress.series import Series, series_of
from goalctl.model.form import Form
from goalctl.model.goal import Goal, Scorable, Status
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.plan import Plan, active_objectives
from goalctl.model.scalars import number_text
from goalctl.views.listings.listing import Tone
from goalctl.views.screens.page import Line
from goalctl.views.words.sparkline import sparkline


def client_page(plan: Plan, forms: Mapping[str, Form], *, today: date) -> Iterator[Line]:
    """The page, of a plan that `plan_for_client` has gone over: active goals by priority, then what comes next."""
    seen = [entry.date for entry in plan.log if entry.kind.client_was_seen]
    yield Line("Your goals" + (f" · last session {seen[-1]:%a} {seen[-1]}" if seen else ""), tone=Tone.GOOD)
    if plan.values:
        yield Line(f"what matters to you: {', '.join(plan.values)}")
    for goal in plan.active_goals:
        yield Line("")
        yield from _goal(plan, goal, forms, today)
    if not plan.active_goals:
        yield Line("No goal is settled yet.")
    reached = [goal.goal for goal in plan.goals if goal.status is Status.ACHIEVED]
    if reached:
        yield Line("")
        yield Line(f"reached: {'; '.join(reached)}", tone=Tone.GOOD)
    yield from _next(plan, today)


def _goal(plan: Plan, goal: Goal, forms: Mapping[str, Form], today: date) -> Iterator[Line]:
    yield Line(f"{goal.id} {goal.goal}")
    if goal.smart.relevant.in_their_words:
        yield Line(f'"{goal.smart.relevant.in_their_words}"', 1, Tone.QUIET)
    yield from _course(plan, goal, forms, today, 1)
    for step in active_objectives(goal):
        yield Line(f"{step.id} {step.objective}", 1)
        yield from _course(plan, step, forms, today, 2)


def _course(plan: Plan, item: Scorable, forms: Mapping[str, Form], today: date, indent: int) -> Iterator[Line]:
    """The way of each rater by itself, and the day it is to be reached."""
    for series in series_of(plan, item.id, forms, today=today):
        if series.points and series.until is None:
            yield Line(_way(series, forms), indent)
    if item.deadline:
        yield Line(f"by {item.deadline:%a} {item.deadline}", indent, Tone.QUIET)


def _way(series: Series, forms: Mapping[str, Form]) -> str:
    """`PHQ-9: 18 at the start ▇▅▃▁ 8 now, 9 is the target`."""
    form = forms.get(series.measure.by)
    name = form.name if form else series.measure.of or series.measure.by
    rater = "" if series.rater == CLIENT_RATER else f" by {series.rater}"
    start = f"{number_text(series.baseline.value)} at the start " if series.baseline else ""
    target = f", {number_text(series.target)} is the target" if series.target is not None else ""
    now = number_text(series.points[-1].value)
    return f"{name}{rater}: {start}{sparkline([point.value for point in series.points])} {now} now{target}"


def _next(plan: Plan, today: date) -> Iterator[Line]:
    tasks = open_homework(plan)
    days = [entry.next for entry in plan.log if entry.next and entry.next >= today]
    if tasks or days:
        yield Line("")
    for task in tasks:
        yield Line(f"to do: {task.task}")
    if days:
        yield Line(f"next session: {days[-1]:%a} {days[-1]}")
