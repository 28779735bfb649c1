"""The one place that knows where risk stands: everything else asks here.

Rows are per person and concern, whatever state the plan is in; history and items that were not asked are no rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from goalctl.analysis.risk.attendance import Company, plans_company
from goalctl.analysis.risk.reading import Key, RiskSteps, not_asked, placed_entries, steps_of
from goalctl.analysis.risk.row import Mark, NotAsked, RiskEvidence, RiskRow, RiskState
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.form import Form
from goalctl.model.plan import Plan
from goalctl.model.scalars import Duration
from goalctl.model.scoring import Height
from goalctl.model.session import Session
from goalctl.model.settings import Settings

if TYPE_CHECKING:
    from goalctl.analysis.risk.course import RiskCourse

RECENT = Duration(3, "m")  # as C-SSRS tells recent behaviour from ever
_NO_MARKS: frozenset[Mark] = frozenset()
_EARLIER = frozenset({Mark.EARLIER})
_LATER = frozenset({Mark.LATER})


@dataclass(frozen=True, slots=True)
class UnderFollowUp:
    """How many rows are under follow-up, and the nearest day that one of them holds to."""

    count: int
    nearest: date | None


class RiskPicture(NamedTuple):
    """Everything about risk in one plan on one day.

    `history` is what was ever and is not now; `last_record` the newest entry with a risk record, None for no record.
    `asked` has of each person and concern the newest record in which it was asked, the newest first, each once.
    `is_unread` when not even plain values can be read, so that nobody knows; `is_locked` where they are locked.
    `is_told_later`: the client has a later
    episode, in whose plan the rows of both stand; the same picture, but no list has it twice.
    """

    rows: tuple[RiskRow, ...] = ()
    history: tuple[RiskEvidence, ...] = ()
    not_asked: tuple[NotAsked, ...] = ()
    last_record: Session | None = None
    asked: tuple[tuple[str | None, Session], ...] = ()
    is_unread: bool = False
    is_locked: bool = False
    is_told_later: bool = False

    @property
    def needs_act(self) -> tuple[RiskRow, ...]:
        """The rows that need an act today, the most urgent first."""
        return tuple(row for row in self.rows if row.needs_act)

    @property
    def acts_here(self) -> tuple[RiskRow, ...]:
        """The same as lists have them: none where a later episode has the rows."""
        return () if self.is_told_later else self.needs_act

    @property
    def is_open(self) -> bool:
        """Whether there is any row that is not closed."""
        return any(row.state is not RiskState.CLOSED for row in self.rows)

    @property
    def under_follow_up(self) -> UnderFollowUp | None:
        """What is under follow-up and needs no act today; None when there is nothing."""
        days = [row.until for row in self.rows if row.state is RiskState.UNDER_FOLLOW_UP and not row.needs_act]
        return UnderFollowUp(len(days), min((day for day in days if day), default=None)) if days else None


def risk_picture(at: Standpoint) -> RiskPicture:
    """Where risk stands as seen from there, with every other episode of the same client: one answer for all."""
    return at.once(_picture)


def _picture(at: Standpoint) -> RiskPicture:
    plan, newest = at.plan, (at.plan, *at.later)[-1]
    logs = [*entries_of_episodes(at.earlier), *((entry, _NO_MARKS) for entry in (*plan.sessions, *at.ahead))]
    logs += [(entry, _LATER) for episode in at.later for entry in episode.sessions]
    over = newest.discharge.on if newest.has_ended and newest.discharge else None
    company = plans_company(plan).with_episodes((*at.earlier, *at.later))
    picture = picture_of(logs, at.forms, company=company, today=at.today, settings=at.settings, over=over)
    return picture._replace(is_told_later=bool(at.later))


def entries_of_episodes(earlier: Iterable[Plan]) -> Iterator[tuple[Session, frozenset[Mark]]]:
    """The entries of a client's earlier episodes, marked as that."""
    return ((entry, _EARLIER) for episode in earlier for entry in episode.sessions)


def picture_of(
    log: Iterable[tuple[Session, frozenset[Mark]]],
    forms: Mapping[str, Form],
    *,
    company: Company,
    today: date,
    settings: Settings,
    over: date | None = None,
) -> RiskPicture:
    """The picture of these entries, of that company; `over` is the day on which treatment ended."""
    from goalctl.analysis.risk.course import course_of

    steps = steps_of(placed_entries(log, today=today), forms, company)
    rows = [
        row
        for key, own in steps.by_key.items()
        if (row := _row(key, course_of(own, steps.visits_of(key[0], company), settings.risk_quiet), today, over))
    ]
    return RiskPicture(
        rows=tuple(sorted(rows, key=lambda row: row.urgency)),
        history=tuple(_history(steps, today)),
        not_asked=tuple(_gaps(steps)),
        last_record=steps.records[-1].now if steps.records else None,
        asked=tuple(_asked(steps)),
    )


def _asked(steps: RiskSteps) -> Iterator[tuple[str | None, Session]]:
    newest: dict[tuple[int, str | None], Session] = {}
    for (person, _), own in steps.by_key.items():
        placed = [
            step.placed
            for step in own
            if step.record and step.record.reach and not step.record.closes and Mark.AHEAD not in step.placed.marks
        ]  # fmt: skip
        if placed:
            last = max(placed, key=lambda one: one.order)
            newest[last.order, person] = last.now
    yield from ((person, newest[order, person]) for order, person in sorted(newest, key=lambda key: -key[0]))


def _row(key: Key, course: RiskCourse, today: date, over: date | None) -> RiskRow | None:
    state = _state(course, today)
    if state is None:
        return None
    since = _since(state, course, today)
    return RiskRow(
        person=key[0],
        concern=key[1],
        state=state,
        height=_height(state, course),
        since=since,
        needs_act=_needs_act(state, course.until, today, over),
        until=course.until if state.has_an_answer else None,
        follow_up=course.answer.follow_up if course.answer and state is not RiskState.OPEN else None,
        detail=_detail(course),
        outreach=course.outreach,
        unasked_on=tuple(day for day in course.held if day > since) if not state.is_settled else (),
        because=course.because,
    )


def _state(course: RiskCourse, today: date) -> RiskState | None:
    """Where it stands today; None when there is no row."""
    if course.closed_on:
        return RiskState.CLOSED
    if not course.is_alive:
        return None
    return _open_state(course) or _answer_state(course, today)


def _open_state(course: RiskCourse) -> RiskState | None:
    """Open, or to be decided where a form was completed since; None when everything is answered."""
    newest = max((found.day for found in course.open_now), default=date.min)
    if course.whole_on and newest <= course.whole_on:
        return RiskState.DECIDE
    return RiskState.OPEN if course.open_now else None


def _answer_state(course: RiskCourse, today: date) -> RiskState:
    if course.until and today > course.until:
        return RiskState.FOLLOW_UP_PASSED if course.ends_by_follow_up else RiskState.ASK_AGAIN
    return RiskState.MISSED if course.outreach else RiskState.UNDER_FOLLOW_UP


def _needs_act(state: RiskState, until: date | None, today: date, over: date | None) -> bool:
    """Whether it needs an act today; an answer needs one on its last day."""
    if state is RiskState.ASK_AGAIN and over and until and until >= over:
        return False  # nobody planned to see a client who was discharged: what only grew old since is no act of today
    return not state.is_settled or (state is RiskState.UNDER_FOLLOW_UP and until == today)


def _since(state: RiskState, course: RiskCourse, today: date) -> date:
    """The day from which it stands so."""
    days = {
        RiskState.OPEN: min((found.day for found in course.open_now), default=None),
        RiskState.DECIDE: course.whole_on,
        RiskState.FOLLOW_UP_PASSED: course.until,
        RiskState.ASK_AGAIN: course.until,
        RiskState.MISSED: course.outreach.missed_on if course.outreach else None,
        RiskState.CLOSED: course.closed_on,
    }
    return days.get(state) or course.asked_on or today


def _height(state: RiskState, course: RiskCourse) -> Height | None:
    behind = course.told if state is RiskState.CLOSED else course.open_now
    return Height.highest_of(found.ranks_as for found in behind) or course.quiet


def _detail(course: RiskCourse) -> tuple[RiskEvidence, ...]:
    """What stands behind the row, the highest first and of these the newest."""
    return tuple(sorted(course.open_now or [*course.told, *course.again], key=lambda found: found.first))


def _history(steps: RiskSteps, today: date) -> Iterator[RiskEvidence]:
    """Items about ever, behaviours of another time, and those of longer than three months ago; the newest of each."""
    cut = RECENT.before(today)
    old = [
        (key, found)
        for key, own in steps.by_key.items()
        for step in own
        if (found := step.endorsed) and found.height is Height.BEHAVIOUR and found.day < cut
    ]
    newest = {(key, found.what, found.says): (key, found) for key, found in [*steps.history, *old]}
    for (person, concern), found in sorted(newest.values(), key=lambda one: one[1].day):
        whose = f"{person}: " if person else ""
        yield found._replace(says=f"{whose}{found.says}" if found.form else f"{whose}{concern}: {found.says}")


def _gaps(steps: RiskSteps) -> Iterator[NotAsked]:
    """Forms of which a risk item was left unanswered; a later record in which its concern was asked answers for it."""
    asked = {key: [step.day for step in own if step.record and step.record.reach] for key, own in steps.by_key.items()}
    asked_on = {key: max(days) for key, days in asked.items() if days}
    for person, form in steps.fillings:
        if gap := not_asked(steps, person, form, asked_on=asked_on):
            yield gap
