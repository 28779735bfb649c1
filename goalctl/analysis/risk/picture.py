"""The one place that knows where risk stands: everything else asks here.

Rows are per person and concern, whatever state the plan is in; history and items that were not asked are no rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from goalctl.analysis.risk.course import Course, course_of
from goalctl.analysis.risk.reading import Key, Steps, not_asked, placed_entries, steps_of
from goalctl.analysis.risk.row import Evidence, Mark, NotAsked, RiskRow, State
from goalctl.analysis.standpoint import Standpoint
from goalctl.model.form import Form
from goalctl.model.plan import Lifecycle
from goalctl.model.scalars import Duration
from goalctl.model.scoring import Height
from goalctl.model.session import Session
from goalctl.model.settings import Settings

RECENT = Duration(3, "m")
_NO_MARKS: frozenset[Mark] = frozenset()
_EARLIER = frozenset({Mark.EARLIER})


@dataclass(frozen=True, slots=True)
class UnderFollowUp:
    """How many rows are under follow-up, and the nearest day that one of them holds to."""

    count: int
    nearest: date | None


@dataclass(frozen=True, slots=True)
class RiskPicture:
    """Everything about risk in one plan on one day.

    `history` is what was ever and is not now; `last_record` the newest entry with a risk record, None for no record.
    `is_unread` when not even plain values can be read, so that nobody knows.
    """

    rows: tuple[RiskRow, ...] = ()
    history: tuple[Evidence, ...] = ()
    not_asked: tuple[NotAsked, ...] = ()
    last_record: Session | None = None
    is_unread: bool = False

    @property
    def needs_act(self) -> tuple[RiskRow, ...]:
        """The rows that need an act today, the most urgent first."""
        return tuple(row for row in self.rows if row.needs_act)

    @property
    def is_open(self) -> bool:
        """Whether there is any row that is not closed."""
        return any(row.state is not State.CLOSED for row in self.rows)

    @property
    def under_follow_up(self) -> UnderFollowUp | None:
        """What is under follow-up and needs no act today; None when there is nothing."""
        days = [row.until for row in self.rows if row.state is State.UNDER_FOLLOW_UP and not row.needs_act]
        return UnderFollowUp(len(days), min((day for day in days if day), default=None)) if days else None


def risk_picture(at: Standpoint) -> RiskPicture:
    """Where risk stands as seen from there, with the earlier episodes of the same client, if any."""
    return at.once(_picture)


def _picture(at: Standpoint) -> RiskPicture:
    plan = at.plan
    logs = [(entry, _EARLIER) for episode in at.earlier for entry in episode.sessions]
    logs += [(entry, _NO_MARKS) for entry in (*plan.sessions, *at.ahead)]
    over = plan.discharge.on if plan.status is Lifecycle.DISCHARGED and plan.discharge else None
    return picture_of(logs, at.forms, client=plan.client, today=at.today, settings=at.settings, over=over)


def picture_of(
    log: Iterable[tuple[Session, frozenset[Mark]]],
    forms: Mapping[str, Form],
    *,
    client: str,
    today: date,
    settings: Settings,
    over: date | None = None,
) -> RiskPicture:
    """The picture of these entries; `over` is the day on which treatment ended."""
    steps = steps_of(placed_entries(log, today=today), forms, client=client)
    rows = [
        row
        for key, own in steps.by_key.items()
        if (row := _row(key, course_of(own, steps.visits, settings.risk_quiet), today, over))
    ]
    return RiskPicture(
        rows=tuple(sorted(rows, key=lambda row: row.urgency)),
        history=tuple(_history(steps, today)),
        not_asked=tuple(_gaps(steps)),
        last_record=steps.records[-1].now if steps.records else None,
    )


def _row(key: Key, course: Course, today: date, over: date | None) -> RiskRow | None:
    state = _state(course, today)
    if state is None:
        return None
    # Nobody planned to see a client who was discharged: what only grew old since then is no act of today.
    is_past = state is State.ASK_AGAIN and over is not None and course.until is not None and course.until >= over
    needs_act = not is_past and (not state.is_settled or (state is State.UNDER_FOLLOW_UP and course.until == today))
    since = _since(state, course, today)
    return RiskRow(
        person=key[0],
        concern=key[1],
        state=state,
        height=_height(state, course),
        since=since,
        needs_act=needs_act,
        until=course.until if state not in {State.OPEN, State.DECIDE, State.CLOSED} else None,
        follow_up=course.answer.follow_up if course.answer and state is not State.OPEN else None,
        detail=_detail(course),
        missed_on=course.missed_on,
        unasked_on=tuple(day for day in course.held if day > since) if not state.is_settled else (),
        because=course.because,
    )


def _state(course: Course, today: date) -> State | None:
    """Where it stands today; None when there is no row."""
    if course.closed_on:
        return State.CLOSED
    if not course.is_alive:
        return None
    if course.open_now:
        newest = max(found.day for found in course.open_now)
        return State.DECIDE if course.whole_on and newest <= course.whole_on else State.OPEN
    if course.whole_on:
        return State.DECIDE
    if course.until and today > course.until:
        return State.FOLLOW_UP_PASSED if course.ends_by_follow_up else State.ASK_AGAIN
    return State.MISSED if course.missed_on else State.UNDER_FOLLOW_UP


def _since(state: State, course: Course, today: date) -> date:
    """The day from which it stands so."""
    days = {
        State.OPEN: min((found.day for found in course.open_now), default=None),
        State.DECIDE: course.whole_on,
        State.FOLLOW_UP_PASSED: course.until,
        State.ASK_AGAIN: course.until,
        State.MISSED: course.missed_on,
        State.CLOSED: course.closed_on,
    }
    return days.get(state) or course.asked_on or today


def _height(state: State, course: Course) -> Height | None:
    behind = course.told if state is State.CLOSED else course.open_now
    if behind:
        return max((found.ranks_as for found in behind), key=lambda height: height.rank)
    return course.quiet


def _detail(course: Course) -> tuple[Evidence, ...]:
    """What stands behind the row, the highest first and of these the newest."""
    return tuple(sorted(course.open_now or [*course.told, *course.again], key=lambda found: found.first))


def _history(steps: Steps, today: date) -> Iterator[Evidence]:
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
        yield replace(found, says=f"{whose}{found.says}" if found.form else f"{whose}{concern}: {found.says}")


def _gaps(steps: Steps) -> Iterator[NotAsked]:
    """Forms of which a risk item was left unanswered; a later record of that person's answers for them."""
    asked: dict[str | None, date] = {}
    for (person, _), own in steps.by_key.items():
        days = [step.day for step in own if step.record and step.record.reach]
        asked[person] = max([*days, asked.get(person, date.min)])
    for person, form in steps.fillings:
        if gap := not_asked(steps, person, form, asked_on=asked.get(person)):
            yield gap
