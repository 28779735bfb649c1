"""The series that a goal or objective is judged by, and the figures that follow from it.

Where several raters decide it is the one of who is worst off, so that no figure of a page speaks for somebody it hides.
"""

from __future__ import annotations

from goalctl.analysis.progress.attainment import Attainment, attainment_of
from goalctl.analysis.progress.course import Course, course_of
from goalctl.analysis.progress.raters import judges_of
from goalctl.analysis.progress.series import Series
from goalctl.analysis.progress.state import state_of
from goalctl.analysis.progress.symptoms import SymptomChange, symptom_change
from goalctl.analysis.standpoint import Standpoint


def current_of(at: Standpoint, item_id: str) -> Series | None:
    """The deciding series with the measure in force; None without a measure. An unknown id is a `KeyError`."""
    deciding = at.once(judges_of, item_id).deciding
    rater = at.once(state_of, item_id).rater
    return next((series for series in deciding if series.rater == rater), None)


def item_attainment(at: Standpoint, item_id: str) -> Attainment | None:
    """Where that series stands."""
    series = at.once(current_of, item_id)
    return attainment_of(series) if series else None


def item_symptoms(at: Standpoint, item_id: str) -> SymptomChange | None:
    """The change of that series, where a form scores it."""
    series = at.once(current_of, item_id)
    return symptom_change(series, at.forms) if series else None


def item_course(at: Standpoint, item_id: str) -> Course | None:
    """The course of that series; None without a measure."""
    series = at.once(current_of, item_id)
    return course_of(at, series, at.plan.scorables[item_id]) if series else None
