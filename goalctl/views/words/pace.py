"""How fast scores move and where that leads; nothing is foretold of what is reached, closed or at rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from goalctl.analysis.case import Case
from goalctl.analysis.figures import DAYS_A_WEEK, counted, figure, per_week
from goalctl.analysis.progress.movement import Movement
from goalctl.analysis.progress.series import Series
from goalctl.model.ids import CLIENT_RATER
from goalctl.model.scalars import Duration
from goalctl.views.words.phase import Phase, phase_of


def pace_words(case: Case, item_id: str) -> str:
    """`0.18 a week over 14 scores; 0.5 a week needed to be at 6 on 2026-07-31`; empty where there is no pace."""
    series = _moving(case, item_id)
    if series is None:
        return ""
    movement = case.movement(series)
    if movement.trend is None:
        return "too few scores to tell a pace" if series.points else ""
    few = "" if movement.trend.can_judge else ", too few to judge by"
    said = f"{per_week(movement.trend.slope)} over {counted(movement.trend.n, 'score')}{few}"
    needed = _needed(series, case.today) if _is_by_pace(movement, series) else ""
    return f"{_whose(series)}{said}{needed}"


def projection_words(case: Case, item_id: str) -> str:
    """`at 6 about 2026-07-24 (2026-06-12 to 2026-11-06)`; empty where no day can be told."""
    series = _moving(case, item_id)
    return leads_to(series, case.movement(series), today=case.today) if series and series.last else ""


def leads_to(series: Series, movement: Movement, *, today: date) -> str:
    """When the trend is at the target, seen from that day: a day that has passed is no forecast.

    Empty without a projection.
    """
    found, last = movement.projection, series.last
    if found is None or last is None:
        return ""
    if movement.standstill:
        return f"no movement, so no day is foretold for {series.target_words}"
    if found.day and found.known_to < found.day <= today:
        return f"its trend led to {figure(found.target)} by {found.day}; no score since {last.day} tells whether it did"
    if found.earliest and found.earliest <= today < (found.day or today):
        tomorrow = Duration(1, "d").after(today)  # it is not there today, so no earlier day is left
        found = replace(found, earliest=tomorrow)
    return found.in_words(last.value, series.better, series.band)


def _moving(case: Case, item_id: str) -> Series | None:
    """The series that decides about something that is worked on and is not at its target; else None."""
    item, series = case.plan.scorables[item_id], case.current(item_id)
    if series is None or series.target is None or series.is_kept or series.measure.kind == "done":
        return None
    is_there = series.last is not None and series.is_at_target(series.last.value)
    return None if is_there or phase_of(case, item) is not Phase.ACTIVE else series


def _is_by_pace(movement: Movement, series: Series) -> bool:
    """Whether a line leads from here to there; symptoms rarely change in a straight one."""
    return series.measure.form is None and movement.trend is not None


def _needed(series: Series, today: date) -> str:
    if series.deadline is None or series.last is None or series.target is None:
        return ""
    days = (series.deadline - today).days
    if days < 0:
        return f"; the target date was {series.deadline}"
    if days == 0:
        return f"; the target date is today, {series.deadline}"
    rate = (series.target - series.last.value) / days
    return f"; {figure(rate * DAYS_A_WEEK)} a week needed to be at {series.target_words} on {series.deadline}"


def _whose(series: Series) -> str:
    return "" if series.rater == CLIENT_RATER else f"{series.rater}: "
