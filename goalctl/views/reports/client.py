"""A page for the client: their own words, their goals and how far they have come; no diagnosis, nothing that alarms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from goalctl.analysis.client_side import case_for_client
from goalctl.analysis.progress.attainment import share_reached
from goalctl.analysis.progress.series import Series
from goalctl.model.goal import Goal, Objective, Status
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.plan import Lifecycle, active_objectives
from goalctl.model.scalars import number_text
from goalctl.views.charts.model import NO_TICKS, Chart, Level, fitted
from goalctl.views.charts.plan_charts import charts_of
from goalctl.views.reports.course import figure_of
from goalctl.views.reports.head import head_of, signed_name
from goalctl.views.reports.parts import Fact, Figure, Head, Scope, known, listed
from goalctl.views.words.measure import scored_name, target_text

HALF, A_FIFTH = 0.5, 0.2
_MINE = {CLIENT_RATER: "my scores"}


@dataclass(frozen=True, slots=True)
class ClientGoal:
    """One goal as the client reads it. `way` says where it began, where it is now and where it is meant to be."""

    wording: str
    words: str
    value: str
    way: str
    by: str
    steps: tuple[str, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class ClientPage:
    """What the client takes home. `wishes` and `perfect_day` are from the exercises, in the client's words."""

    head: Head
    values: str
    strengths: str
    wishes: tuple[str, ...]
    perfect_day: str
    goals: tuple[ClientGoal, ...]
    resting: tuple[str, ...]
    reached: tuple[str, ...]
    homework: tuple[str, ...]
    helps: tuple[Fact, ...]
    next: str
    clinician: str


def client_page(scope: Scope) -> ClientPage:
    """The page of the day."""
    scope = replace(scope, case=case_for_client(scope.case))
    plan = scope.plan
    day = plan.discovery.perfect_day
    return ClientPage(
        head=head_of(scope, "My goals", alone=True),
        values=listed(plan.values),
        strengths=listed(plan.strengths),
        wishes=tuple(wish.wish for wish in plan.discovery.magic_wand),
        perfect_day=day.in_a_year or "" if day else "",
        goals=tuple(_goal(scope, goal) for goal in plan.active_goals),
        resting=tuple(goal.goal for goal in plan.goals if goal.status is Status.ON_HOLD),
        reached=tuple(goal.goal for goal in plan.goals if goal.status is Status.ACHIEVED),
        homework=tuple(task.task for task in plan.open_homework),
        helps=_helps(scope),
        next=_next(scope),
        clinician=signed_name(scope, scope.case.clinician),
    )


def _goal(scope: Scope, goal: Goal) -> ClientGoal:
    series = scope.case.current(goal.id)
    return ClientGoal(
        wording=goal.goal,
        words=goal.smart.relevant.in_their_words or "",
        value=goal.smart.relevant.value or "",
        way=_way(scope, series) if series else "",
        by=spoken(goal.deadline),
        steps=tuple(_step(scope, step) for step in active_objectives(goal)),
        figures=tuple(_figures(scope, goal)),
    )


def _step(scope: Scope, step: Objective) -> str:
    series = scope.case.current(step.id)
    way = _way(scope, series) if series else ""
    return f"{step.objective}. {way}".strip()


def _way(scope: Scope, series: Series) -> str:
    """`Days practised a week: began at 1, now 5; the aim is 6`, and a word about it."""
    last, start = series.last, series.baseline
    if last is None or series.measure.kind == "done":
        return ""
    name = scored_name(series.measure, scope.forms)
    is_later = start is not None and last in series.since_baseline and start.value != last.value
    begun = f"began at {number_text(start.value)}, now " if start and is_later else "now "
    aim = "" if series.target is None else f"; the aim is {target_text(series.measure)}"
    return f"{name[:1].upper()}{name[1:]}: {begun}{number_text(round(last.value, 2))}{aim}. {_cheer(series)}".strip()


def _cheer(series: Series) -> str:
    """A word about how far it is, where that is good to read; else nothing."""
    last = series.last
    if last is None or series.target is None or last not in series.since_baseline:
        return ""
    if series.is_at_target(last.value):
        return "That is where I wanted to be."
    share = share_reached(series, last.value)
    if share is None or share < A_FIFTH:
        return ""
    return "More than half of the way." if share > HALF else "On the way."


def _figures(scope: Scope, goal: Goal) -> Iterator[Figure]:
    """One chart: the goal's own, or its first step's that has scores, with nothing in it but scores, start and aim."""
    for item_id in (goal.id, *(step.id for step in active_objectives(goal))):
        chart = charts_of(scope.case, item_id)[0]
        if chart.scores and not chart.instead:
            yield figure_of(gentle(chart), goal.id)
            return


def gentle(chart: Chart) -> Chart:
    """The chart without bands, lines that foretell, and remarks."""
    mine = replace(
        chart,
        id="",
        measure=chart.measure.partition(" · ")[0],
        traces=tuple(replace(trace, name=_MINE.get(trace.name, trace.name)) for trace in chart.scores),
        moments=(),
        bands=(),
        ticks=chart.ticks if chart.ticks.names == ("no", "yes") else NO_TICKS,
        notes=(),
        levels=tuple(replace(level, text=_spoken_level(level)) for level in chart.levels),
    )
    return fitted(mine)


def _spoken_level(level: Level) -> str:
    word = "aim" if level.is_target else "start"
    return f"{word} {level.text.removeprefix(level.name).strip()}" if level.text else ""


def _helps(scope: Scope) -> tuple[Fact, ...]:
    wills = [goal.grow.will for goal in scope.plan.active_goals if goal.grow]
    return known(
        ("What I am good at, and what holds me", listed(scope.plan.strengths)),
        ("Who helps me", listed(dict.fromkeys(will.support for will in wills if will.support))),
    )


def _next(scope: Scope) -> str:
    """The next appointment, if it is still ahead and treatment goes on."""
    return spoken(scope.case.next_appointment) if scope.plan.status is Lifecycle.ACTIVE else ""


def spoken(day: date | None) -> str:
    """`8 June 2026`; empty for None."""
    return f"{day.day} {day:%B} {day.year}" if day else ""
