"""The week of a practice: what needs an act, who got worse, what stands still, what is late, what is coming.

With `for_office` it is for those who do not treat: clients by id, days and kinds, and of risk and of how goals go
nothing but that a clinical follow-up is due.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from goalctl.analysis.caseload.reason import Reason, ReasonKind
from goalctl.analysis.caseload.standing import Standing
from goalctl.analysis.due.deadline import Deadline, Due, in_words
from goalctl.analysis.risk.told import FOR_OTHERS, ToldRow, follow_ups_in_words, rows_in_need, under_follow_up
from goalctl.model.finding import Fault
from goalctl.views.data.many import troubles
from goalctl.views.data.text import VERSION
from goalctl.views.listing import Cell, Column, Listing, Row, Tone

if TYPE_CHECKING:
    from goalctl.views.data.shapes import WeekDocument


class WeekPart(StrEnum):
    """The parts of the week, in order."""

    ACT = "act today"
    MEND = "mend first"
    WORSE = "worse"
    OFF_TRACK = "off track"
    PLATEAU = "plateau"
    DATE_PASSED = "target date passed"
    AT_TARGET = "at target"
    OVERDUE = "overdue"
    UNSIGNED = "unsigned"
    STALE = "stale"
    COMING = "coming"


_OF_REASONS = {
    ReasonKind.RELIABLY_WORSE: WeekPart.WORSE,
    ReasonKind.OFF_TRACK: WeekPart.OFF_TRACK,
    ReasonKind.PLATEAU: WeekPart.PLATEAU,
    ReasonKind.DATE_PASSED: WeekPart.DATE_PASSED,
    ReasonKind.AT_TARGET: WeekPart.AT_TARGET,
    ReasonKind.STALE: WeekPart.STALE,
}
_TONES = {
    WeekPart.ACT: Tone.BAD, WeekPart.MEND: Tone.BAD, WeekPart.WORSE: Tone.BAD, WeekPart.OFF_TRACK: Tone.LATE,
    WeekPart.DATE_PASSED: Tone.LATE, WeekPart.OVERDUE: Tone.LATE, WeekPart.PLATEAU: Tone.SOON,
    WeekPart.UNSIGNED: Tone.SOON, WeekPart.STALE: Tone.SOON, WeekPart.AT_TARGET: Tone.GOOD,
}  # fmt: skip
_COLUMNS = (
    Column("client", "client"),
    Column("day", "day"),
    Column("id", "id"),
    Column("what", "what", keep=False),
)
_CLINICIAN = Column("clinician", "clinician", from_width=90)
_NOBODY = "no clinician"


class PlanOfWeek(NamedTuple):
    """One file: whose it is, what falls due, its rows of risk and how it stands; None for one that can't be read."""

    client: str
    clinician: str
    deadlines: tuple[Deadline, ...]
    risk: tuple[ToldRow, ...]
    standing: Standing | None


class _Item(NamedTuple):
    part: WeekPart
    client: str
    clinician: str
    what: str
    day: date | None = None
    id: str = ""

    @property
    def place(self) -> tuple[int, date, str, str]:
        """Within a part by day; risk comes in the order in which it is most urgent."""
        by_day = date.min if self.part in {WeekPart.ACT, WeekPart.MEND} else self.day or date.max
        return list(WeekPart).index(self.part), by_day, self.client, self.id


class Week(NamedTuple):
    """The plans of a week; `faults` come with their client, which is empty where none is meant."""

    plans: Sequence[PlanOfWeek]
    faults: Sequence[tuple[str, Fault]]
    today: date
    for_office: bool = False


def week_view(week: Week, *, by_clinician: bool = False) -> Listing:
    """The whole week on lines, under its parts, or under each clinician with the part beside; risk leads."""
    rows = tuple(_row(item, by_clinician=by_clinician) for item in _items(week, by_clinician=by_clinician))
    empty = f"Nothing needs attention in the week of {week.today}."
    columns = _columns(by_clinician=by_clinician)
    return Listing("week", columns, rows, empty, by=columns[0].key, title=f"The week of {week.today}")


def week_document(week: Week, *, by_clinician: bool = False) -> WeekDocument:
    """The same for programs, in the same order; what is wrong with files stands apart."""
    items = [item for item in _items(week, by_clinician=by_clinician) if item.part is not WeekPart.MEND]
    return {
        "goalctl": VERSION,
        "kind": "week",
        "as_of": week.today,
        "errors": troubles(week.faults, with_words=not week.for_office),
        "week": [
            {
                "part": item.part,
                "client": item.client or None,
                "clinician": item.clinician or None,
                "id": item.id or None,
                "day": item.day,
                "what": item.what,
            }
            for item in items
        ],
    }


def _items(week: Week, *, by_clinician: bool) -> list[_Item]:
    plans, today, for_office = week.plans, week.today, week.for_office
    whose = {plan.client: plan.clinician for plan in plans}
    items = [*_acts(plans, today, for_office=for_office)]
    items += [_fault(client, fault, whose, for_office=for_office) for client, fault in week.faults]
    rest = [item for plan in plans for item in _of_plan(plan, today, for_office=for_office)]
    items += sorted(rest, key=lambda item: item.place)
    if by_clinician:
        items.sort(key=lambda item: (item.part is not WeekPart.ACT, not item.clinician, item.clinician))
    return items


def _columns(*, by_clinician: bool) -> tuple[Column, ...]:
    """The column that the rows are grouped by, and first of the others what would be missing then."""
    if by_clinician:
        return Column("clinician", "clinician"), Column("part", "part"), *_COLUMNS
    return Column("part", "part"), *_COLUMNS, _CLINICIAN


def _acts(plans: Sequence[PlanOfWeek], today: date, *, for_office: bool) -> Iterator[_Item]:
    """Every row that needs an act, the most urgent first, then one line for all that is under follow-up."""
    whose = {plan.client: plan.clinician for plan in plans}
    every = [row for plan in plans for row in plan.risk]
    for row in rows_in_need(every):
        words, day = (FOR_OTHERS, today) if for_office else (row.words, row.day)
        yield _Item(WeekPart.ACT, row.client, whose[row.client], words, day)
    if waiting := under_follow_up(every):
        words = FOR_OTHERS if for_office else follow_ups_in_words(waiting)
        yield _Item(WeekPart.ACT, waiting[0].client if len(waiting) == 1 else "", "", words, waiting[0].day)


def _fault(client: str, fault: Fault, whose: dict[str, str], *, for_office: bool) -> _Item:
    words = fault.where if for_office else f"{fault.where}: error {fault.code}: {fault.message}"
    return _Item(WeekPart.MEND, client, whose.get(client, ""), words)


def _of_plan(plan: PlanOfWeek, today: date, *, for_office: bool) -> Iterator[_Item]:
    reasons = plan.standing.reasons if plan.standing and not for_office else ()
    said = {(reason.item, Due.DEADLINE) for reason in reasons if reason.kind is ReasonKind.DATE_PASSED}
    for reason in reasons:
        if part := _OF_REASONS.get(reason.kind):
            yield _Item(part, plan.client, plan.clinician, _because(reason), reason.day, reason.item)
    for due in plan.deadlines:
        if (due.item, due.kind) not in said or not due.is_overdue(today=today):
            yield _due(plan, due, today, for_office=for_office)


def _because(reason: Reason) -> str:
    """The figures; which goal it is stands beside, and who reads it knows what to consider."""
    return reason.because.removeprefix(f"{reason.item}: ")


def _due(plan: PlanOfWeek, due: Deadline, today: date, *, for_office: bool) -> _Item:
    is_late = due.is_overdue(today=today)
    part = WeekPart.UNSIGNED if due.kind is Due.SIGNATURE else WeekPart.OVERDUE if is_late else WeekPart.COMING
    when = in_words(due.day, today=today)
    words = f"{due.kind.value}, {when}" if for_office else f"{due.kind.value}, {when}: {due.what}"
    return _Item(part, plan.client, plan.clinician, words, due.day, due.item)


def _row(item: _Item, *, by_clinician: bool) -> Row:
    cells: dict[str, Cell] = {
        "part": item.part.value,
        "day": item.day.isoformat() if item.day else None,
        "client": item.client or None,
        "id": item.id or None,
        "what": item.what,
        "clinician": item.clinician or None,
    }
    heading = item.part.value if item.part is WeekPart.ACT or not by_clinician else item.clinician or _NOBODY
    return Row(cells, _TONES.get(item.part, Tone.PLAIN), heading)
