"""A whole plan at a glance: every goal and objective with its state and figures, every form by itself, and why to look.

Symptoms and goals stand side by side and are never mixed into one number; there is no score of a plan.
"""

from __future__ import annotations

from typing import NamedTuple

from goalctl.analysis.caseload.reason import Reason
from goalctl.analysis.caseload.triage import triage
from goalctl.analysis.caseload.watched_forms import courses_of_forms
from goalctl.analysis.due.realism import DeadlineDoubt, deadline_doubts
from goalctl.analysis.progress.attainment import Attainment
from goalctl.analysis.progress.deciding import current_of, item_attainment, item_symptoms
from goalctl.analysis.progress.series import Series, series_of, series_of_form
from goalctl.analysis.progress.state import ProgressState, state_of
from goalctl.analysis.progress.symptoms import SymptomChange, form_symptoms
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.goal import Scorable
from goalctl.model.ids import FormRef


class ItemOverview(NamedTuple):
    """One goal or objective: its series, the one it is judged by, its state and the figures behind it.

    What cannot be said is None.
    """

    item: Scorable
    series: tuple[Series, ...]
    current: Series | None
    progress: ProgressState
    attainment: Attainment | None = None
    symptoms: SymptomChange | None = None
    doubts: tuple[DeadlineDoubt, ...] = ()


class FormOverview(NamedTuple):
    """One scored form over the plan; `change` is None until there are two scores."""

    series: Series
    change: SymptomChange | None


class PlanOverview(NamedTuple):
    """Items in the file's order, each goal before its objectives; forms by id; reasons most urgent first."""

    items: tuple[ItemOverview, ...]
    forms: tuple[FormOverview, ...]
    reasons: tuple[Reason, ...]


def plan_overview(at: Standpoint) -> PlanOverview:
    """Everything the screens of one plan need."""
    items = tuple(at.once(item_overview, item_id) for item_id in at.plan.scorables)
    return PlanOverview(items, at.once(form_overviews), at.once(triage))


def item_overview(at: Standpoint, item_id: str) -> ItemOverview:
    """One goal or objective with its figures. An unknown id is a `KeyError`."""
    item, found, progress = at.plan.scorables[item_id], at.once(series_of, item_id), at.once(state_of, item_id)
    current = at.once(current_of, item_id)
    if current is None:
        return ItemOverview(item, found, None, progress)
    return ItemOverview(
        item=item,
        series=found,
        current=current,
        progress=progress,
        attainment=at.once(item_attainment, item_id),
        symptoms=at.once(item_symptoms, item_id),
        doubts=at.once(deadline_doubts, item_id),
    )


def form_overviews(at: Standpoint) -> tuple[FormOverview, ...]:
    """Every form with at least one score up to today, by respondent, whether or not a goal is measured by it.

    Of a form without a total each subscale is one.
    """
    courses = at.once(courses_of_forms)
    return tuple(form for course in courses if (form := form_overview(at, *course)).series.points)


def form_overview(at: Standpoint, ref: FormRef, of: str | None) -> FormOverview:
    """One of them, with a score or without."""
    return FormOverview(at.once(series_of_form, ref, of), at.once(form_symptoms, ref, of))
