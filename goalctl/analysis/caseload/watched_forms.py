"""The forms that are watched because they were filled in: every score that no active goal is judged by.

Of a form with a total that is the total, of one without each subscale. Each respondent's is a course of its own.
"""

from __future__ import annotations

from goalctl.analysis.instruments.readings import course_of, form_courses, form_of
from goalctl.analysis.progress.raters import judges_of
from goalctl.analysis.progress.symptoms import SymptomChange, form_symptoms
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.ids import FormRef
from goalctl.model.scoring import Method


def watched_forms(at: Standpoint) -> tuple[SymptomChange, ...]:
    """What became of each, by name; nothing of one that has no second score."""
    judged = judged_courses(at)
    found = (at.once(form_symptoms, ref, of) for ref, of in at.once(courses_of_forms) if (ref, of) not in judged)
    return tuple(change for change in found if change)


def courses_of_forms(at: Standpoint) -> tuple[tuple[FormRef, str | None], ...]:
    """Every form that was filled in, by name and respondent, with each part of it that has scores of its own."""
    return tuple((ref, of) for ref in at.once(form_courses) for of in parts_of(at, ref))


def judged_courses(at: Standpoint) -> frozenset[tuple[FormRef, str | None]]:
    """The form, respondent and subscale of each series that decides about an active goal or objective."""
    deciding = (series for item in at.plan.active_items for series in at.once(judges_of, item.id).deciding)
    forms = ((series.measure.form, series.measure.of) for series in deciding)
    return frozenset((course_of(at.forms, form), of) for form, of in forms if form)


def parts_of(at: Standpoint, ref: FormRef) -> tuple[str | None, ...]:
    """The total, which has no name; of a form without one its subscales."""
    form = form_of(at.forms, ref)
    if form is None or form.scoring is None:
        return ()
    return tuple(form.scoring.subscales) if form.scoring.method is Method.NONE else (None,)
