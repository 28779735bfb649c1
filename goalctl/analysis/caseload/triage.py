"""Why a plan needs looking at, most urgent first: the order in which a caseload is read.

Risk comes before everything and is never averaged with anything. Of a plan on hold only risk and its review are left,
of a discharged one nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goalctl.analysis.due.deadline import Deadline, Due, in_words
from goalctl.analysis.due.deadlines import active_items, deadlines_of
from goalctl.analysis.history.replay import as_of
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.series import series_of_form
from goalctl.analysis.progress.staleness import is_on_hold
from goalctl.analysis.progress.state import ProgressState, state_of
from goalctl.analysis.progress.symptom_state import change_in_words
from goalctl.analysis.progress.symptoms import symptom_change
from goalctl.analysis.risk.standing import RiskStanding, risk_standing
from goalctl.model.form import Form
from goalctl.model.plan import Lifecycle, Plan
from goalctl.model.scalars import Duration

DUE_WITHIN = Duration(14, "d")
REVIEW_EVERY = Duration(90, "d")
_CLINICAL = {Due.DEADLINE, Due.CHECKPOINT, Due.REVIEW, Due.ASSESSMENT, Due.PLAN, Due.AUTHORIZATION, Due.CONSENT}


class ConcernKind(StrEnum):
    """What a plan needs looking at for; in order, most urgent first."""

    RISK_UNANSWERED = "risk unanswered"
    FOLLOW_UP_PASSED = "follow-up day passed"
    MISSED = "no-show while a follow-up is open"
    RELIABLY_WORSE = "reliably worse"
    OFF_TRACK = "off track"
    OVERDUE = "overdue"
    STALE = "stale"
    AT_RISK = "at risk"
    UNDER_FOLLOW_UP = "under follow-up"
    DUE_SOON = "due soon"

    @property
    def rank(self) -> int:
        """0 for the most urgent."""
        return list(ConcernKind).index(self)


_OF_STATES = {
    State.RELIABLY_WORSE: ConcernKind.RELIABLY_WORSE,
    State.OFF_TRACK: ConcernKind.OFF_TRACK,
    State.STALE: ConcernKind.STALE,
    State.AT_RISK: ConcernKind.AT_RISK,
}


@dataclass(frozen=True, slots=True)
class Concern:
    """One reason. `item` is the goal or objective meant, or empty; `day` is since or until when, where there is one."""

    kind: ConcernKind
    because: str
    item: str = ""
    day: date | None = None

    @property
    def urgency(self) -> tuple[int, date, str]:
        """Sorts the most urgent first, within a kind the oldest."""
        return self.kind.rank, self.day or date.max, self.item


def triage(
    plan: Plan,
    forms: Mapping[str, Form],
    *,
    today: date,
    within: Duration = DUE_WITHIN,
    review_every: Duration = REVIEW_EVERY,
    states: Sequence[ProgressState] | None = None,
) -> tuple[Concern, ...]:
    """Every reason to look at the plan, most urgent first; empty when there is none.

    `states` are those of the active items, for a caller that has them already.
    """
    if plan.status is Lifecycle.DISCHARGED:
        return ()
    found = [*_risk(risk_standing(plan, forms, today=today), today)]
    found += _due(plan, today, within, review_every)
    if not is_on_hold(plan, today=today):
        known = states_of(plan, forms, today=today) if states is None else states
        found += [*_by_state(known), *_symptoms(plan, forms, known, today)]
    return tuple(sorted(found, key=lambda concern: concern.urgency))


def states_of(plan: Plan, forms: Mapping[str, Form], *, today: date) -> tuple[ProgressState, ...]:
    """The state of every active goal and objective, goals by priority."""
    return tuple(state_of(plan, item.id, forms, today=today) for item in active_items(plan))


def _risk(standing: RiskStanding, today: date) -> Iterator[Concern]:
    for found in standing.unanswered:
        because = f"{found.form} {found.item} endorsed ({found.answer}) on {found.day}, nothing recorded since"
        yield Concern(ConcernKind.RISK_UNANSWERED, because, day=found.day)
    if standing.follow_up is None:
        return
    if standing.follow_up < today:
        because = f"risk follow-up was for {standing.follow_up}, {in_words(standing.follow_up, today=today)}"
        yield Concern(ConcernKind.FOLLOW_UP_PASSED, because, day=standing.follow_up)
    else:
        because = f"under follow-up until {standing.follow_up}"
        yield Concern(ConcernKind.UNDER_FOLLOW_UP, because, day=standing.follow_up)
    if standing.missed_on:
        because = f"no-show on {standing.missed_on} with the follow-up of {standing.follow_up} open"
        yield Concern(ConcernKind.MISSED, because, day=standing.missed_on)


def _by_state(states: Sequence[ProgressState]) -> Iterator[Concern]:
    for progress in states:
        for judgement in progress.judgements:
            if kind := _OF_STATES.get(judgement.state):
                yield Concern(kind, f"{progress.item}: {judgement.because}", progress.item)


def _symptoms(plan: Plan, forms: Mapping[str, Form], states: Sequence[ProgressState], today: date) -> Iterator[Concern]:
    """Reliable worsening on forms that no active goal is measured by."""
    said = {
        measure.by
        for progress in states
        if progress.says(State.RELIABLY_WORSE) and (measure := plan.scorables[progress.item].measure)
    }
    given = {form_id.partition("@")[0] for entry in plan.log if entry.date <= today for form_id in entry.forms}
    for form_id in sorted(given - said):
        change = symptom_change(series_of_form(plan, form_id, forms, today=today), forms)
        if change and change.is_reliably_worse:
            yield Concern(ConcernKind.RELIABLY_WORSE, f"{form_id}: {change_in_words(change)}", day=change.last.day)


def _due(plan: Plan, today: date, within: Duration, review_every: Duration) -> Iterator[Concern]:
    for deadline in deadlines_of(as_of(plan, today=today), review_every=review_every):
        if deadline.kind in _CLINICAL and deadline.is_within(within, today=today):
            kind = ConcernKind.OVERDUE if deadline.is_overdue(today=today) else ConcernKind.DUE_SOON
            yield Concern(kind, _due_in_words(deadline, today), deadline.item, deadline.day)


def _due_in_words(deadline: Deadline, today: date) -> str:
    """Without the goal's wording: a goal is named by its id."""
    what = f"{deadline.item} {deadline.kind}" if deadline.item else deadline.what
    return f"{what}: {deadline.day}, {in_words(deadline.day, today=today)}"
