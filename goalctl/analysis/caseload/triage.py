"""Why a plan needs looking at, most urgent first: the order in which a caseload is read.

Risk that needs an act comes before everything, the highest first, and is never averaged with anything. Of a plan on
hold only risk and its review are left, of a discharged one only risk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goalctl.analysis.due.deadline import Deadline, Due, in_words
from goalctl.analysis.due.deadlines import active_items, deadlines_of
from goalctl.analysis.instruments.readings import form_courses
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.progress.staleness import is_on_hold
from goalctl.analysis.progress.state import ProgressState, state_of
from goalctl.analysis.progress.symptom_state import change_in_words
from goalctl.analysis.progress.symptoms import form_symptoms
from goalctl.analysis.risk.picture import RiskPicture, risk_picture
from goalctl.analysis.risk.row_words import follow_up_line, row_in_words
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.plan import Lifecycle

_CLINICAL = {Due.DEADLINE, Due.CHECKPOINT, Due.REVIEW, Due.ASSESSMENT, Due.PLAN, Due.AUTHORIZATION, Due.CONSENT}


class ConcernKind(StrEnum):
    """What a plan needs looking at for; in order, most urgent first."""

    RISK = "risk"
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

    @property
    def is_about_risk(self) -> bool:
        """Whether it is a row of risk, or what is under follow-up."""
        return self in {ConcernKind.RISK, ConcernKind.UNDER_FOLLOW_UP}


_OF_STATES = {
    State.RELIABLY_WORSE: ConcernKind.RELIABLY_WORSE,
    State.OFF_TRACK: ConcernKind.OFF_TRACK,
    State.STALE: ConcernKind.STALE,
    State.AT_RISK: ConcernKind.AT_RISK,
}


@dataclass(frozen=True, slots=True)
class Concern:
    """One reason. `item` is the goal or objective meant, or empty; `day` is since or until when, where there is one.

    `height` is how high a risk is, 0 for everything else.
    """

    kind: ConcernKind
    because: str
    item: str = ""
    day: date | None = None
    height: int = 0

    @property
    def urgency(self) -> tuple[int, int, date, str]:
        """Sorts the most urgent first, within a kind the highest and of these the oldest."""
        return self.kind.rank, -self.height, self.day or date.max, self.item


def triage(at: Standpoint) -> tuple[Concern, ...]:
    """Every reason to look at the plan, most urgent first; empty when there is none."""
    found = [*_risk(risk_picture(at)), *_due(at)]
    if at.plan.status is not Lifecycle.DISCHARGED and not is_on_hold(at):
        found += [*_by_state(at.once(states_of)), *_symptoms(at)]
    return tuple(sorted(found, key=lambda concern: concern.urgency))


def states_of(at: Standpoint) -> tuple[ProgressState, ...]:
    """The state of every active goal and objective, goals by priority."""
    return tuple(at.once(state_of, item.id) for item in active_items(at.plan))


def _risk(picture: RiskPicture) -> Iterator[Concern]:
    for row in picture.needs_act:
        height = row.height.rank if row.height else 0
        yield Concern(ConcernKind.RISK, row_in_words(row), day=row.since, height=height)
    if waiting := picture.under_follow_up:
        yield Concern(ConcernKind.UNDER_FOLLOW_UP, follow_up_line(picture), day=waiting.nearest)


def _by_state(states: Sequence[ProgressState]) -> Iterator[Concern]:
    for progress in states:
        for judgement in progress.judgements:
            if kind := _OF_STATES.get(judgement.state):
                yield Concern(kind, f"{progress.item}: {judgement.because}", progress.item)


def _symptoms(at: Standpoint) -> Iterator[Concern]:
    """Reliable worsening on forms of which no active goal says so; each respondent's by itself."""
    items = at.plan.scorables
    worse = [items[progress.item] for progress in at.once(states_of) if progress.says(State.RELIABLY_WORSE)]
    said = {item.measure.form.any_version for item in worse if item.measure and item.measure.form}
    for ref in at.once(form_courses):
        change = None if ref in said else at.once(form_symptoms, ref)
        if change and change.is_reliably_worse:
            yield Concern(ConcernKind.RELIABLY_WORSE, f"{ref}: {change_in_words(change)}", day=change.last.day)


def _due(at: Standpoint) -> Iterator[Concern]:
    for deadline in at.once(deadlines_of):
        if deadline.kind in _CLINICAL and deadline.is_within(at.settings.due_within, today=at.today):
            kind = ConcernKind.OVERDUE if deadline.is_overdue(today=at.today) else ConcernKind.DUE_SOON
            yield Concern(kind, _due_in_words(deadline, at.today), deadline.item, deadline.day)


def _due_in_words(deadline: Deadline, today: date) -> str:
    """Without the goal's wording: a goal is named by its id."""
    what = f"{deadline.item} {deadline.kind}" if deadline.item else deadline.what
    return f"{what}: {deadline.day}, {in_words(deadline.day, today=today)}"
