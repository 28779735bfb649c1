"""The outcome forms that have no score near the end of treatment: what an ending asks to be filled in once more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from goalctl.analysis.due.visit_forms import forms_used
from goalctl.analysis.instruments.readings import filled_in, form_of
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.client_words import own_form
from goalctl.model.ids import FormRef
from goalctl.model.people import those_who_left
from goalctl.model.plan import Plan

NEAR_THE_END = timedelta(days=28)  # our own, as long as a score is fresh where no interval is stated


class ExitForm(NamedTuple):
    """A form and who fills it in, with the day of its last filling; None when there is none."""

    ref: FormRef
    last: date | None

    def in_words(self, ending: date) -> str:
        """`no phq-9 at the ending: the last is of 2026-03-05, 48 days before`."""
        said = "it was never filled in"
        if self.last:
            said = f"the last is of {self.last}, {(ending - self.last).days} days before"
        return f"no {self.ref} at the ending: {said}"


def exit_forms(at: Standpoint, ending: date) -> tuple[ExitForm, ...]:
    """Each scored form that measures, is planned or was filled in, without a filling in the four weeks up to the end.

    What measures and what is planned first; each respondent's by itself, whatever version it was; nobody's who has left
    the plan. A goal that the ending closed is measured until then.
    """
    last: dict[FormRef, date] = {}
    for entry, ref, _ in filled_in(at):
        if entry.date <= ending:
            last[ref.any_version] = entry.date
    watched = dict.fromkeys([*(ref.any_version for ref in _in_use(at.plan, ending)), *last])
    left = those_who_left(at.plan)
    found = (ExitForm(ref, last.get(ref)) for ref in watched if ref.respondent not in left and _is_scored(at, ref))
    return tuple(one for one in found if one.last is None or ending - one.last > NEAR_THE_END)


def _in_use(plan: Plan, ending: date) -> list[FormRef]:
    """What measures, or measured what the ending closed, and what is planned."""
    closed = (item.measure for item in plan.scorables.values() if item.closed == ending)
    return [*(own_form(plan, measure.form) for measure in closed if measure and measure.form), *forms_used(plan)]


def _is_scored(at: Standpoint, ref: FormRef) -> bool:
    form = form_of(at.forms, ref)
    return form is not None and form.scoring is not None
