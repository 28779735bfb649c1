"""The scores that a form gave over a plan's log: for a goal measured by it, and for the form by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from goalctl.analysis.instruments.form_range import possible_range
from goalctl.analysis.instruments.point import Point
from goalctl.analysis.instruments.scoring import better_of
from goalctl.analysis.instruments.tally import part_tally
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


def form_of(forms: Mapping[str, Form], ref: FormRef | None) -> Form | None:
    """The form that is named; `phq-9@2` is also answered by the plain `phq-9` when that is its version 2."""
    if ref is None:
        return None
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


def course_of(forms: Mapping[str, Form], filed: FormRef) -> FormRef:
    """The course that a filling belongs to: all versions that score alike are one, another scale has one of its own."""
    form, of_the_day = form_of(forms, filed), forms.get(filed.id)
    is_alike = filed.version is None or form is None or of_the_day is None or _score_alike(form, of_the_day)
    return filed.any_version if is_alike else filed


def _score_alike(one: Form, other: Form) -> bool:
    """Whether every score that both of them give lies on one scale."""
    if one is other or one.scoring is None or other.scoring is None:
        return True
    both = (None, *(name for name in one.scoring.subscales if name in other.scoring.subscales))
    return all(has_scale_of(one, other, of) for of in both)


def has_scale_of(one: Form, other: Form, of: str | None) -> bool:
    """Whether two versions of a form can be compared: the same lowest and highest score, the same side the better."""
    is_same = possible_range(one, of) == possible_range(other, of)
    return one is other or (is_same and better_of(one, of) is better_of(other, of))


def readings(at: Standpoint, wanted: FormRef, of: str | None = None) -> tuple[Point, ...]:
    """The totals, or the scores of the subscale `of`, by day up to today; answers without a score are left out.

    `phq-9` takes every version of the form that scores as that of the day, `phq-9@2` only that one; the client's has
    one name, see `own_form`.
    """
    wanted = own_form(at.plan, wanted)
    found = [
        (entry.date, part_tally(form, answers, of))
        for entry, filed, answers in at.once(filled_in)
        if is_answered_by(wanted, filed, at.forms)
        and (wanted.version is not None or course_of(at.forms, filed) == wanted)
        and (form := form_of(at.forms, filed))
    ]
    return tuple(Point(day, tally.value, is_estimate=tally.prorated) for day, tally in found if tally.value is not None)


def measure_by(ref: FormRef, of: str | None = None) -> Measure:
    """A measure that says no more than which form scores it, and which subscale."""
    return Measure.model_construct(by=ref, of=of)


def form_courses(at: Standpoint) -> tuple[FormRef, ...]:
    """Which forms were filled in up to today, by name: one course of each respondent for versions that score alike."""
    return tuple(sorted({course_of(at.forms, filled.ref) for filled in at.once(filled_in)}, key=str))


def filled_in(at: Standpoint) -> tuple[Filled, ...]:
    """Every form in the log up to today, in the log's order."""
    entries = up_to(at.plan.log, at.today)
    return tuple(Filled(entry, ref, answers) for entry in entries for ref, answers in entry.forms.items())


def up_to(entries: Sequence[E], today: date) -> Sequence[E]:
    """Those that are not of a later day; where none is, only the newest one is compared with the day."""
    newest = max((entry.date for entry in entries), default=date.min)
    return entries if newest <= today else [entry for entry in entries if entry.date <= today]
