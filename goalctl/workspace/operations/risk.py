"""A risk record as an edit, and what any change did to where risk stands.

A record goes into the entry of its day where there is one to join, else it is an entry of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from goalctl.analysis.history.cut import day_written
from goalctl.analysis.risk.beside import Beside, untold
from goalctl.analysis.risk.in_data import risk_in_data
from goalctl.analysis.risk.picture import RiskPicture
from goalctl.analysis.risk.recorded import concerns_recorded, was_asked
from goalctl.analysis.risk.row import Mark, NotAsked, RiskEvidence, RiskRow, RiskState
from goalctl.documents.change import Edit
from goalctl.documents.read import read_data
from goalctl.model.care import SAFETY_PLAN
from goalctl.model.entry import entry_values
from goalctl.model.finding import Value
from goalctl.model.holds import Hold
from goalctl.model.plan import Plan
from goalctl.model.session import Concern, Kind, Risk, Session
from goalctl.model.types import Record
from goalctl.workspace.edits.additions import append_edit, new_session_id
from goalctl.workspace.edits.placing import value_edits
from goalctl.workspace.store.practice import Practice, plans_of, previous_in
from goalctl.workspace.store.transaction.transaction import Changed

FIELDS = tuple(Risk.model_fields)
_OPEN = {RiskState.OPEN, RiskState.DECIDE}
_LOST = frozenset({Mark.AMENDED, Mark.TAKEN_OUT})


class Raised(NamedTuple):
    """A row that a change has opened or raised, with what is new of what stands behind it, the highest first."""

    row: RiskRow
    new: tuple[RiskEvidence, ...]


class RiskNews(NamedTuple):
    """What a change did to where risk stands.

    `kept` are endorsed items that an amendment took the answer of, and that a record had answered before. `not_asked`
    are forms whose newest filling is without a risk item. `notes` are those that speak of risk where no record is.
    `gone` are rows that were open and that no record answered, and of which the plan now says nothing.
    """

    after: RiskPicture
    raised: tuple[Raised, ...] = ()
    kept: tuple[RiskEvidence, ...] = ()
    not_asked: tuple[NotAsked, ...] = ()
    notes: tuple[Spoken, ...] = ()
    gone: tuple[RiskRow, ...] = ()


class Spoken(NamedTuple):
    """What was written of a day and no risk record answers, and what it speaks of, as `a rope`.

    `where` is note, diary …; `beside` is how the records of that day leave it.
    """

    day: date
    words: tuple[str, ...]
    where: str
    beside: Beside


class _Written(NamedTuple):
    """Words of somebody's own in a plan: the day that they are about, where they stand, and the words."""

    day: date
    where: str
    text: str


def entry_to_join(plan: Plan, day: date, today: Container[date]) -> int | None:
    """The position of the day's newest session, else journal entry, that is unsigned and without a risk record.

    A signed entry stays as it was signed, as does one that was not written today: nobody had it written then. Where the
    client was not there nothing was asked. A second record of a day stands behind the first, so that it can answer it.
    """
    if any(entry.current.risk for entry in plan.sessions if entry.current.date == day and not entry.void):
        return None
    fitting = [
        (entry.current.kind.client_was_seen, position)
        for position, entry in enumerate(plan.sessions)
        if _may_be_joined(entry, day) and day_written(entry) in today
    ]
    return max(fitting)[1] if fitting else None


def place_of_record(plan: Plan, record: Mapping[str, Value], day: date, today: Container[date]) -> int | None:
    """The position of the entry that the record joins; None for one of its own.

    A closing joins none: what is answered later that day, here or in another clone, would join it and be closed unseen.
    """
    return None if record.get("close") else entry_to_join(plan, day, today)


def _may_be_joined(entry: Session, day: date) -> bool:
    now = entry.current
    is_free = entry.risk is None and now.risk is None and not entry.void and not entry.signed
    return is_free and now.date == day and not now.kind.client_was_absent


def risk_edits(
    plan: Plan,
    record: Mapping[str, Value],
    *,
    on: date,
    today: Container[date],
    by: str | None,
    kind: str | None = None,
) -> list[Edit]:
    """The edits that put the record there; a `kind` asks for an entry of its own.

    Where there is none to join it is a `journal`, which never counts as a session held.
    """
    position = None if kind else place_of_record(plan, record, on, today)
    ordered: dict[str, Value] = {field: record[field] for field in FIELDS if field in record}
    if position is not None:
        return value_edits(plan.sessions[position], ("risk",), ordered, at=("sessions", position))
    head = entry_values(id=new_session_id(plan), date=on, by=by, kind=kind or Kind.JOURNAL.value)
    return [append_edit(plan, "sessions", head | {"risk": ordered})]


def risk_news(practice: Practice, changed: Changed, *, today: date, note: str = "") -> RiskNews:
    """The picture after a change, compared with the one before; `note` is the text of a note in a file of its own."""
    before = _before(practice, changed, today)
    after = practice.case(changed.plan, today=today).risk
    known = {(row.person, row.concern): row for row in before.rows}
    rows = [(row, known.get((row.person, row.concern))) for row in after.rows]
    raised = tuple(rise for row, old in rows if (rise := _rise(row, old)))
    kept = tuple(found for row, old in rows for found in _kept_items(row, old))
    gaps = tuple(gap for gap in after.not_asked if gap.day and gap not in before.not_asked)
    return RiskNews(after, raised, kept, gaps, tuple(_notes_of_risk(changed, note)), _gone(changed, before, after))


def _gone(changed: Changed, before: RiskPicture, after: RiskPicture) -> tuple[RiskRow, ...]:
    """What an entry that became void, was taken out or says otherwise now took along; not what a new record answers."""
    known = {row.topic for row in after.rows}
    gone = [row for row in before.rows if row.state is not RiskState.CLOSED and row.topic not in known]
    if not gone or changed.old is None:
        return tuple(gone)
    answered = _answers(changed.plan) - _answers(changed.old)
    return tuple(row for row in gone if not answered[row.concern])


def _answers(plan: Plan) -> Counter[Concern]:
    """How many records asked about each concern, or closed it."""
    found = [one for entry in plan.log if entry.risk for one in concerns_recorded(entry.risk, on=entry.date)]
    return Counter(one.concern for one in found if one.closes or one.reach)


def _rise(row: RiskRow, old: RiskRow | None) -> Raised | None:
    """The row, if it was opened or raised, or something new stands behind it."""
    if row.state not in _OPEN:
        return None
    new = _new_evidence(row, old)
    was_so = old is not None and old.state in _OPEN and (row.state is RiskState.OPEN or old.state is RiskState.DECIDE)
    return None if was_so and not new else Raised(row, new or row.detail)


def _kept_items(row: RiskRow, old: RiskRow | None) -> list[RiskEvidence]:
    """What a record had answered before an amendment took its answer."""
    return [] if row.state in _OPEN else [found for found in _new_evidence(row, old) if _LOST & found.marks]


def _new_evidence(row: RiskRow, old: RiskRow | None) -> tuple[RiskEvidence, ...]:
    had = {_identity(found) for found in old.detail} if old else set()
    return tuple(found for found in row.detail if _identity(found) not in had)


def _before(practice: Practice, changed: Changed, today: date) -> RiskPicture:
    """Where risk stood before the change, by the values alone where the file could not be read; new plans had none."""
    if changed.old:
        return practice.case(changed.old, today=today).risk
    if not changed.before:
        return RiskPicture()
    data, _ = read_data(changed.before)
    earlier = plans_of(practice.episodes_before(changed.file.client, previous_in(data)))
    return risk_in_data(data, practice.forms, today=today, settings=practice.settings, earlier=earlier)


def _identity(found: RiskEvidence) -> tuple[object, ...]:
    """What makes it another one: not where it stands in the file, and not that the file could be read."""
    return found.day, found.what, found.answer, found.says, _LOST & found.marks


def records_of(plan: Plan, day: date) -> list[Risk]:
    """The risk records of that day."""
    return [entry.risk for entry in plan.log if entry.date == day and entry.risk]


def _notes_of_risk(changed: Changed, note: str) -> Iterator[Spoken]:
    """What the change added or altered, where it speaks of risk and no record of the day answers it; a day once."""
    told: dict[date, Spoken] = {}
    for day, where, text in _new_words(changed, note):
        if left := untold(text, records_of(changed.plan, day), on=day):
            told[day] = _with(told.get(day), Spoken(day, left.words, where, left.beside))
    yield from told.values()


def _with(first: Spoken | None, more: Spoken) -> Spoken:
    """Both as one, where the second says more than the first."""
    if first is None or set(more.words) <= set(first.words):
        return first or more
    words = tuple(dict.fromkeys((*first.words, *more.words)))
    where = first.where if more.where in first.where else f"{first.where} (and {more.where})"
    return first._replace(words=words, where=where)


def _new_words(changed: Changed, note: str) -> Iterator[_Written]:
    """That in a note's own file first, then what is new in the plan."""
    if changed.old is None:  # a plan that was brought in, or could not be read: nobody wrote its notes now
        return
    if note:
        yield from (_Written(entry.current.date, "note", note) for entry in changed.plan.sessions[-1:])
    known = {(one.day, one.text) for one in _words_in(changed.old)}
    yield from (one for one in _words_in(changed.plan) if (one.day, one.text) not in known)


def _words_in(plan: Plan) -> Iterator[_Written]:
    """Whatever somebody wrote of a day in words of their own: in the log, in the diary, at a review, as a reason."""
    for entry in plan.log:
        yield from _words_of_entry(entry)
    yield from (_Written(entry.date, "diary", entry.note) for entry in plan.diary if entry.note)
    yield from _words_of_items(plan)
    for where, records, fields in _beside_the_log(plan):
        given = ((_day_of(one), getattr(one, field)) for one in records if one for field in fields)
        yield from (_Written(day, where, text) for day, text in given if day and text)


def _words_of_entry(entry: Session) -> Iterator[_Written]:
    found = [("note", entry.note), ("response", entry.response), *_words_on_forms(entry)]
    found += [("homework", one.task) for one in entry.homework]
    found += _words_of_record(entry)
    yield from (_Written(entry.date, where, text) for where, text in found if text)


def _words_of_items(plan: Plan) -> Iterator[_Written]:
    """What is said of problems and goals, on the day on which it was last worded so: a `set` is of its own day."""
    worded = {(one.of, one.to): one.on for one in plan.changes if isinstance(one.to, str)}
    said = [("problem", one.id, one.on, text) for one in plan.problems for text in (one.problem, one.evidence)]
    quoted = ((goal, goal.smart.relevant) for goal in plan.goals)
    said += [("quote of a goal", goal.id, goal.opened, about.in_their_words) for goal, about in quoted if about]
    for where, item_id, first, text in said:
        if text and (day := worded.get((item_id, text), first)):
            yield _Written(day, where, text)


def _words_of_record(entry: Session) -> list[tuple[str, str | None]]:
    """The note beside its answers; of one that asked nothing it is a row."""
    is_asked = entry.risk is not None and was_asked(entry.risk, on=entry.date)
    return [("risk record", entry.risk.note)] if entry.risk and is_asked else []


def _words_on_forms(entry: Session) -> Iterator[tuple[str, str | None]]:
    """Not on the safety plan: what it says is about nothing else, and was asked."""
    for ref, answers in entry.forms.items() if entry.forms else ():
        given = (*(answers.by_position or ()), *(answers.by_item or {}).values(), answers.text)
        yield from ((ref.id, text) for text in given if ref.id != SAFETY_PLAN)


def _beside_the_log(plan: Plan) -> Iterator[tuple[str, Iterable[Record | None], tuple[str, ...]]]:
    """What is written of reviews, exercises and the end, and why anything was held, changed or taken back."""
    yield "review", plan.reviews, ("note", "necessity")
    yield "magic wand", plan.discovery.magic_wand, ("wish", "in_the_way")
    yield "perfect day", (plan.discovery.perfect_day,), ("today", "in_a_year")
    yield "mental status", (plan.mental_status,), ("text",)
    yield "discharge", (plan.discharge,), ("reason", "aftercare")
    moved = (one for item in plan.scorables.values() for one in item.extended)
    amended = (one for entry in plan.sessions for one in entry.amended)
    voids = (entry.void for entry in plan.sessions if entry.void and not entry.void.other_client)
    yield "reason", (*plan.holds, *plan.changes, *plan.agreements, *moved, *amended, *voids), ("because",)


def _day_of(one: Record) -> date | None:
    day: date | None = getattr(one, "from_" if isinstance(one, Hold) else "on")
    return day
