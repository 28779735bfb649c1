"""Names in a plan of several people that are nobody's there: a slip of the pen, or plans made with somebody who left.

What somebody who left said and consented to stays on record under their name.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from goalctl.model.client_words import own_judge
from goalctl.model.finding import Path
from goalctl.model.people import EACH, known_raters, those_who_left
from goalctl.model.plan import Plan
from goalctl.model.walk import placed_answers, placed_asked, placed_measures

_ON_RECORD = {"consents", "medications", "safety_plan", "sessions"}


def strangers(plan: Plan) -> Iterator[tuple[Path, str]]:
    """Who fills in a form, takes something, is asked or judges, and is none of them; beside guardians who judges.

    What is on record of somebody who has left is no slip; what is still to be done by them is told, also where one is
    left who goes on alone.
    """
    known, before = known_raters(plan) - {EACH}, those_who_left(plan)
    for path, who in _named(plan, before):
        is_past = path[0] in _ON_RECORD and who is not None and who.casefold() in before
        if who is not None and not is_past and own_judge(plan, who) not in known:
            yield path, who


def _named(plan: Plan, before: Container[str]) -> Iterator[tuple[Path, str | None]]:
    if plan.members:
        yield from _named_people(plan)
        return
    judges = dict(_named_judges(plan)) if plan.guardians else {}
    left = {path: who for path, who in _named_people(plan) if who is not None and who.casefold() in before}
    yield from (judges | left).items()


def _named_judges(plan: Plan) -> Iterator[tuple[Path, str | None]]:
    for path, measure in placed_measures(plan):
        yield (*path, "judged_by"), None if measure.judged_by == EACH else measure.judged_by


def _named_people(plan: Plan) -> Iterator[tuple[Path, str | None]]:
    yield from _named_judges(plan)
    yield from (((*path, "by"), measure.by.respondent) for path, measure in placed_measures(plan))
    yield from ((("assessments", n, "form"), planned.form.respondent) for n, planned in enumerate(plan.assessments))
    yield from ((("medications", n, "who"), medication.who) for n, medication in enumerate(plan.medications))
    yield from ((("consents", n, "who"), consent.who) for n, consent in enumerate(plan.consents))
    yield ("safety_plan", "who"), plan.safety_plan.who if plan.safety_plan else None
    yield from placed_asked(plan)
    yield from ((path, ref.respondent) for path, ref, _ in placed_answers(plan))
