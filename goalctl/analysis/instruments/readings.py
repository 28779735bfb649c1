"""The scores that a form gave over a plan's log: for a goal measured by it, and for the form by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from goalctl.analysis.instruments.scoring import score_of
from goalctl.analysis.progress.point import Point
from goalctl.model.form import Form
from goalctl.model.measure import Measure
from goalctl.model.plan import Plan
from goalctl.model.session import Answers, Session


def form_of(forms: Mapping[str, Form], form_id: str) -> Form | None:
    """The form with that id; `phq-9@2` is also answered by the plain `phq-9` when that is its version 2."""
    if found := forms.get(form_id):
        return found
    base, _, version = form_id.partition("@")
    plain = forms.get(base)
    return plain if plain and version == str(plain.version) else None


def readings(plan: Plan, measure: Measure, forms: Mapping[str, Form], *, today: date) -> tuple[Point, ...]:
    """The totals, or the scores of the subscale in `of`, by day up to today; answers without a score are left out.

    A measure by `phq-9` takes every version of the form, one by `phq-9@2` only that one.
    """
    found = [
        (entry.date, score_of(form, answers).of(measure.of))
        for entry, form_id, answers in filled_in(plan, today=today)
        if is_form(form_id, measure.by) and (form := form_of(forms, form_id))
    ]
    return tuple(Point(day, value) for day, value in found if value is not None)


def filled_in(plan: Plan, *, today: date) -> Iterator[tuple[Session, str, Answers]]:
    """Every form in the log up to today, in the log's order, with its entry and its answers."""
    for entry in plan.log:
        if entry.date <= today:
            for form_id, answers in entry.forms.items():
                yield entry, form_id, answers


def is_form(form_id: str, wanted: str) -> bool:
    """Whether answers filed under `form_id` are of the wanted form: any version, unless one is wanted."""
    return form_id == wanted or form_id.partition("@")[0] == wanted
