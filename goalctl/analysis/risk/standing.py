"""Where risk stands in a plan: endorsed items that nobody answered, the follow-up, a no-show while one is open.

An item is answered by a risk record of the same day or later. While the follow-up that the record asks for is ahead,
the same item endorsed again is not raised again, unless it rises; once that day has passed it is. An item that is not
endorsed answers nothing: a 0 is never an all-clear.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from goalctl.analysis.instruments.answers import points_of
from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.instruments.scoring import EndorsedRisk, score_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.form import Form
from goalctl.model.ids import FormRef
from goalctl.model.session import Kind, Session


@dataclass(frozen=True, slots=True)
class Endorsed:
    """A risk item that was endorsed on a day, with the answer as given and what the form says it means.

    `form` names who filled it in, and no version.
    """

    day: date
    form: FormRef
    item: str
    answer: str
    says: str


@dataclass(frozen=True, slots=True)
class RiskStanding:
    """What is open about risk on a day; `follow_up` is what the newest risk record asks for.

    `missed_on` is the newest no-show since that record, when a follow-up is open and the client was not seen since.
    """

    unanswered: tuple[Endorsed, ...] = ()
    recorded_on: date | None = None
    follow_up: date | None = None
    missed_on: date | None = None


@dataclass(slots=True)
class _Walk:
    """What is known while the log is read from its beginning."""

    unanswered: dict[tuple[FormRef, str], Endorsed] = field(default_factory=dict)
    heights: dict[tuple[FormRef, str], float] = field(default_factory=dict)
    record: Session | None = None
    missed_on: date | None = None


def risk_standing(at: Standpoint) -> RiskStanding:
    """Where risk stands after everything in the log up to today."""
    walk = _Walk()
    for entry in at.plan.log:
        if entry.date <= at.today:
            _read_forms(walk, entry, at.forms)
            _read_entry(walk, entry)
    follow_up = walk.record.risk.follow_up if walk.record and walk.record.risk else None
    return RiskStanding(
        unanswered=tuple(sorted(walk.unanswered.values(), key=lambda endorsed: endorsed.day)),
        recorded_on=walk.record.date if walk.record else None,
        follow_up=follow_up,
        missed_on=walk.missed_on if follow_up else None,
    )


def _read_forms(walk: _Walk, entry: Session, forms: Mapping[str, Form]) -> None:
    for key, height, endorsed in _risk_answers(entry, forms):
        risen = height > walk.heights.get(key, -math.inf)
        walk.heights[key] = height
        # Not raised: the same or less again while a follow-up is ahead. Anything unsure is raised.
        if endorsed and (risen or key in walk.unanswered or not _is_covered(walk, entry.date)):
            walk.unanswered[key] = endorsed


def _read_entry(walk: _Walk, entry: Session) -> None:
    if entry.risk:
        walk.record, walk.missed_on = entry, None
    if walk.record and walk.record.date == entry.date:
        walk.unanswered.clear()
    if entry.kind is Kind.NO_SHOW:
        walk.missed_on = entry.date
    elif entry.kind.client_was_seen:
        walk.missed_on = None


def _is_covered(walk: _Walk, day: date) -> bool:
    """Whether the day lies between a risk record and the follow-up that it asks for, both days included."""
    risk = walk.record.risk if walk.record else None
    return risk is not None and risk.follow_up is not None and day <= risk.follow_up


def _risk_answers(
    entry: Session, forms: Mapping[str, Form]
) -> Iterator[tuple[tuple[FormRef, str], float, Endorsed | None]]:
    """Every risk item that was asked: its form and id, how high it is (lowest when not endorsed), and what was said.

    What one person answers says nothing about another.
    """
    for ref, answers in entry.forms.items():
        form = form_of(forms, ref)
        if form is None or not form.risk:
            continue
        score = score_of(form, answers)
        endorsed = {found.risk.item: found for found in score.endorsed}
        unasked = {risk.item for risk in score.unasked}
        for risk in form.risk:
            if risk.item not in unasked:
                found = endorsed.get(risk.item)
                course = ref.any_version
                says = Endorsed(entry.date, course, risk.item, found.answer, risk.says) if found else None
                yield (course, risk.item), _height(form, found), says


def _height(form: Form, found: EndorsedRisk | None) -> float:
    """How far the answer is toward more risk, in points."""
    item = form.item(found.risk.item) if found else None
    if found is None or item is None:
        return -math.inf
    points = points_of(form, item, found.answer)
    return -points if found.risk.when.operator in {"<", "<="} else points
