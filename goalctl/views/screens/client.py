"""A plan as its client sees it: the goals in the words agreed, where they began, where they are, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from goalctl.analysis.case import Case
from goalctl.analysis.client_side import Reader
from goalctl.analysis.figures import score_text
from goalctl.analysis.progress.series import Series
from goalctl.model.form import Form
from goalctl.model.goal import Goal, Scorable, Status
from goalctl.model.ids import CLIENT_RATER
from goalctl.views.listing import Tone
from goalctl.views.page import Line
from goalctl.views.words.contact import last_seen_words
from goalctl.views.words.measure import series_name, target_text
from goalctl.views.words.sparkline import sparkline


def client_page(case: Case, reader: Reader | None = None) -> Iterator[Line]:
    """The page, of a case that `case_for_client` has gone over: active goals by priority, then what comes next.

    `reader` is whose page it is, where it is not simply the client's: nobody is named to themselves.
    """
    plan = case.plan
    seen = f" · {last_seen_words(plan.last_seen, weekday=True)}" if plan.last_seen else ""
    yield Line(f"Your goals{seen}", tone=Tone.GOOD)
    if plan.values:
        yield Line(f"what matters to you: {', '.join(plan.values)}")
    for goal in plan.active_goals:
        yield Line("")
        yield from _goal(case, goal, reader)
    if not plan.active_goals:
        yield Line("No goal is settled yet.")
    resting = [goal.goal for goal in plan.goals if goal.status is Status.ON_HOLD]
    if resting:
        yield Line("")
        yield Line(f"resting for now: {'; '.join(resting)}", tone=Tone.QUIET)
    reached = [goal.goal for goal in plan.goals if goal.status is Status.ACHIEVED]
    if reached:
        yield Line("")
        yield Line(f"reached: {'; '.join(reached)}", tone=Tone.GOOD)
    yield from _next(case)


def _goal(case: Case, goal: Goal, reader: Reader | None) -> Iterator[Line]:
    yield Line(f"{goal.id} {goal.goal}")
    if goal.smart.relevant.in_their_words:
        yield Line(f'"{goal.smart.relevant.in_their_words}"', 1, Tone.QUIET)
    yield from _course(case, goal, reader, 1)
    for step in goal.active_objectives:
        yield Line(f"{step.id} {step.objective}", 1)
        yield from _course(case, step, reader, 2)


def _course(case: Case, item: Scorable, reader: Reader | None, indent: int) -> Iterator[Line]:
    """The way of each rater by itself, and the day it is to be reached."""
    for series in case.series(item.id):
        if series.points and series.until is None:
            own = reader is not None and reader.is_also(series.rater)
            yield Line(_way(replace(series, rater=CLIENT_RATER) if own else series, case.forms), indent)
    if item.deadline:
        yield Line(f"by {item.deadline:%a} {item.deadline}", indent, Tone.QUIET)


def _way(series: Series, forms: Mapping[str, Form]) -> str:
    """`PHQ-9: 18 at the start ▇▅▃▁ 8 now, 9 is the target`."""
    start = f"{score_text(series.baseline.value)} at the start " if series.baseline else ""
    target = f", {target_text(series.measure)} is the target" if series.target is not None else ""
    now = score_text(series.points[-1].value)
    return (
        f"{series_name(series, forms)}: {start}{sparkline([point.value for point in series.points])} {now} now{target}"
    )


def _next(case: Case) -> Iterator[Line]:
    tasks, day = case.plan.open_homework, case.next_appointment
    if tasks or day:
        yield Line("")
    for task in tasks:
        yield Line(f"to do: {task.task}")
    if day:
        yield Line(f"next session: {day:%a} {day}")
