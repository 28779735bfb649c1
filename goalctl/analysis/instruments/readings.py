"""The scores that a form gave over a plan's log: for a goal measured by it, and for the form by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from goalctl.analysis.instruments.point import Point
from goalctl.analysis.instruments.tally import part_score
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.answers import Answers
from goalctl.model.client_words import own_form
from goalctl.model.diary import DiaryEntry
from goalctl.model.form import Form
from goalctl.model.ids import FormRef
from goalctl.model.measure import Measure
from goalctl.model.session import Session

E = TypeVar("E", Session, DiaryEntry)


class Filled(NamedTuple):
    """A form that was filled in: the entry it stands in, the name it was filed under, its answers."""

    entry: Session
    ref: FormRef
    answers: Answers


def form_of(forms: Mapping[str, Form], ref: FormRef) -> Form | None:
    """The form that is named; `phq-9@2` is also answered by the plain `phq-9` when that is its version 2."""
    if found := forms.get(ref.name):
        return found
    plain = forms.get(ref.id)
    return plain if plain and ref.version == plain.version else None


def is_answered_by(wanted: FormRef, filed: FormRef, forms: Mapping[str, Form]) -> bool:
    """Whether what was filed under one name answers the other: the same form by the same respondent.

    A version that is wanted must be the one that was filed; filed without a version it is that of the day.
    """
    if wanted.any_version != filed.any_version:
        return False
    return wanted.version is None or wanted.version == (filed.version or version_of_the_day(forms, filed))


def version_of_the_day(forms: Mapping[str, Form], ref: FormRef) -> int | None:
    """The version that the form has now; None for a form that nobody knows."""
    form = forms.get(ref.id)
    return form.version if form else None


def readings(at: Standpoint, wanted: FormRef, of: str | None = None) -> tuple[Point, ...]:
    """The totals, or the scores of the subscale `of`, by day up to today; answers without a score are left out.

    `phq-9` takes every version of the form, `phq-9@2` only that one; the client's has one name, see `own_form`.
    """
    wanted = own_form(at.plan, wanted)
    found = [
        (entry.date, part_score(form, answers, of))
        for entry, filed, answers in at.once(filled_in)
        if is_answered_by(wanted, filed, at.forms) and (form := form_of(at.forms, filed))
    ]
    return tuple(Point(day, value) for day, value in found if value is not None)


def measure_by(ref: FormRef, of: str | None = None) -> Measure:
    """A measure that says no more than which form scores it, and which subscale."""
    return Measure.model_construct(by=ref, of=of)


def form_courses(at: Standpoint) -> tuple[FormRef, ...]:
    """Which forms were filled in up to today, by name: all versions are one course, each respondent's is another."""
    return tuple(sorted({filled.ref.any_version for filled in at.once(filled_in)}, key=str))


def filled_in(at: Standpoint) -> tuple[Filled, ...]:
    """Every form in the log up to today, in the log's order."""
    entries = up_to(at.plan.log, at.today)
    return tuple(Filled(entry, ref, answers) for entry in entries for ref, answers in entry.forms.items())


def up_to(entries: Sequence[E], today: date) -> Sequence[E]:
    """Those that are not of a later day; where none is, only the newest one is compared with the day."""
    newest = max((entry.date for entry in entries), default=date.min)
    return entries if newest <= today else [entry for entry in entries if entry.date <= today]
