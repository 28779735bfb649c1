"""A whole plan at a glance: every goal and objective with its state and figures, every form by itself, and why to look.

Symptoms and goals stand side by side and are never mixed into one number; there is no score of a plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.caseload.triage import DUE_WITHIN, REVIEW_EVERY, Concern, triage
from goalctl.analysis.due.realism import DeadlineDoubt, doubts_in
from goalctl.analysis.progress.aimline import Aimlines, aimlines_of, pace_of, required_rate
from goalctl.analysis.progress.attainment import Attainment, attainment_of
from goalctl.analysis.progress.point import Point
from goalctl.analysis.progress.series import Series, current_series, series_of, series_of_form
from goalctl.analysis.progress.state import ProgressState, state_in
from goalctl.analysis.progress.symptoms import SymptomChange, symptom_change
from goalctl.analysis.progress.trend import Projection, Trend, projection_of, trend_of
from goalctl.model.form import Form
from goalctl.model.goal import Scorable, Status
from goalctl.model.plan import Plan
from goalctl.model.scalars import Duration


@dataclass(frozen=True, slots=True)
class ItemOverview:
    """One goal or objective: its series, the one it is judged by, its state and the figures behind it.

    `pace` is share done ÷ share of time gone, `required` points a day from the newest score to the target. What cannot
    be said is None.
    """

    item: Scorable
    series: tuple[Series, ...]
    current: Series | None
    progress: ProgressState
    attainment: Attainment | None = None
    aimlines: Aimlines | None = None
    trend: Trend | None = None
    projection: Projection | None = None
    pace: float | None = None
    required: float | None = None
    symptoms: SymptomChange | None = None
    doubts: tuple[DeadlineDoubt, ...] = ()


@dataclass(frozen=True, slots=True)
class FormOverview:
    """One scored form over the plan; `change` is None until there are two scores."""

    series: Series
    change: SymptomChange | None


@dataclass(frozen=True, slots=True)
class PlanOverview:
    """Items in the file's order, each goal before its objectives; forms by id; concerns most urgent first."""

    items: tuple[ItemOverview, ...]
    forms: tuple[FormOverview, ...]
    concerns: tuple[Concern, ...]

    @property
    def worst_first(self) -> tuple[ItemOverview, ...]:
        """The active items, worst state first, else in the file's order."""
        active = [overview for overview in self.items if overview.item.status is Status.ACTIVE]
        return tuple(sorted(active, key=lambda overview: overview.progress.state.rank))


def plan_overview(
    plan: Plan,
    forms: Mapping[str, Form],
    *,
    today: date,
    within: Duration = DUE_WITHIN,
    review_every: Duration = REVIEW_EVERY,
) -> PlanOverview:
    """Everything the screens of one plan need."""
    items = tuple(item_overview(plan, item_id, forms, today=today) for item_id in plan.scorables)
    states = [overview.progress for overview in items if _is_worked_on(plan, overview.item)]
    return PlanOverview(
        items=items,
        forms=form_overviews(plan, forms, today=today),
        concerns=triage(plan, forms, today=today, within=within, review_every=review_every, states=states),
    )


def item_overview(plan: Plan, item_id: str, forms: Mapping[str, Form], *, today: date) -> ItemOverview:
    """One goal or objective with its figures. An unknown id is a `KeyError`."""
    item = plan.scorables[item_id]
    found = series_of(plan, item_id, forms, today=today)
    current = current_series(found)
    progress = state_in(plan, item, found, forms, today=today)
    if current is None:
        return ItemOverview(item, found, None, progress)
    lines, trend = aimlines_of(current, item), trend_of(current.since_baseline)
    last = current.since_baseline[-1] if current.since_baseline else None
    return ItemOverview(
        item=item,
        series=found,
        current=current,
        progress=progress,
        attainment=attainment_of(current),
        aimlines=lines,
        trend=trend,
        projection=_projection(current, trend),
        pace=pace_of(lines.current, last.value, on=last.day) if lines and last else None,
        required=_required(lines, last, today),
        symptoms=symptom_change(current, forms),
        doubts=doubts_in(plan, item, found, forms),
    )


def form_overviews(plan: Plan, forms: Mapping[str, Form], *, today: date) -> tuple[FormOverview, ...]:
    """Every form with at least one score up to today, whether or not a goal is measured by it."""
    given = sorted({form_id.partition("@")[0] for entry in plan.log for form_id in entry.forms})
    found = [series_of_form(plan, form_id, forms, today=today) for form_id in given]
    return tuple(FormOverview(series, symptom_change(series, forms)) for series in found if series.points)


def _projection(current: Series, trend: Trend | None) -> Projection | None:
    if trend is None or current.target is None or current.is_kept:
        return None
    return projection_of(trend, current.target, current.better)


def _required(lines: Aimlines | None, last: Point | None, today: date) -> float | None:
    if lines is None or last is None:
        return None
    return required_rate(last.value, lines.current.target, deadline=lines.current.end, today=today)


def _is_worked_on(plan: Plan, item: Scorable) -> bool:
    goal = plan.scorables[item.id.partition(".")[0]]
    return item.status is Status.ACTIVE and goal.status is Status.ACTIVE
