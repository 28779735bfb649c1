"""What is due, as a listing: risk that needs an act, then faults, then by day, each with how late or how soon in words.

No Rich, no models.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from goalctl.analysis.due.deadline import Deadline, in_words
from goalctl.analysis.risk.told import FOR_OTHERS, ToldRow, follow_ups_in_words, rows_in_need, under_follow_up
from goalctl.model.finding import Fault
from goalctl.views.covered import with_cover
from goalctl.views.listing import ACT, MEND, Cell, Column, Listing, Row, Tone

COLUMNS = (
    Column("day", "day"),
    Column("when", "when", from_width=60),
    Column("client", "client"),
    Column("id", "id"),
    Column("kind", "kind", from_width=75),
)
WHAT = Column("what", "what", keep=False)
OVERDUE = "overdue"
RISK = "risk"
NOBODY: Mapping[str, str] = {}


class DueBy(StrEnum):
    """What the list can be grouped by."""

    WEEK = "week"
    CLIENT = "client"
    CLINICIAN = "clinician"


class DueItem(NamedTuple):
    """A deadline, and who treats the client; empty when nobody is named."""

    deadline: Deadline
    clinician: str = ""


def due_view(
    items: Iterable[DueItem],
    faults: Iterable[tuple[str, Fault]],
    risk: Sequence[tuple[ToldRow, str]],
    *,
    today: date,
    nothing: str,
    by: DueBy | None = None,
    with_words: bool = True,
    covered: Mapping[str, str] = NOBODY,
) -> Listing:
    """The deadlines by day; before them a row for every fault of a plan, so that no client is left out in silence.

    First of all stand the rows of `risk`, each with its clinician. `faults` come with the client they belong to, which
    is empty when no client is meant; `nothing` is the sentence for an empty list. Grouped by week, what is overdue
    stands together. Without words, ids, kinds and the places of faults are all there is, and nothing of a risk but
    that something is to be done. `covered` says by client who looks after whose, where somebody does.
    """
    rows = _risk_rows(risk, today, by, with_words=with_words)
    rows += [_fault_row(client, fault, MEND if by else "", with_words=with_words) for client, fault in faults]
    columns = _columns(rows, by, with_words=with_words)
    rows += [_row(item, today, by, with_words=with_words) for item in in_order(items, by, today=today)]
    rows = [with_cover(row, "what", covered) for row in rows] if with_words else rows
    return Listing("due", columns, tuple(rows), nothing, by=by or "", title=f"Due, as of {today}")


def _columns(leading: Iterable[Row], by: DueBy | None, *, with_words: bool) -> tuple[Column, ...]:
    """With what it is grouped by, if no column says that; without words only what the leading rows have to say."""
    says_what = with_words or any(row.cells.get("what") for row in leading)
    grouped = (Column(by.value, by.value),) if by in {DueBy.WEEK, DueBy.CLINICIAN} else ()
    return (*grouped, *COLUMNS, *([WHAT] if says_what else []))


def _risk_rows(risk: Sequence[tuple[ToldRow, str]], today: date, by: DueBy | None, *, with_words: bool) -> list[Row]:
    """A row for each that needs an act, and one for all that is under follow-up."""
    whose = {row.client: clinician for row, clinician in risk}
    rows = [_act_row(row, whose[row.client], by) for row in rows_in_need(row for row, _ in risk)]
    if waiting := under_follow_up(row for row, _ in risk):
        rows.append(_follow_up_row(waiting, today, by))
    return rows if with_words else [_row_for_others(row, today) for row in rows]


def _act_row(row: ToldRow, clinician: str, by: DueBy | None) -> Row:
    named = {DueBy.CLINICIAN: clinician or None, DueBy.CLIENT: row.client, DueBy.WEEK: ACT}
    beside = f" [{clinician}]" if by is DueBy.CLINICIAN and clinician else ""
    cells = _risk_cells(row.day, ACT, row.client) | {"what": f"{row.words}{beside}"}
    return Row({**cells, **({by.value: named[by]} if by else {})}, Tone.BAD, ACT if by else "")


def _follow_up_row(waiting: Sequence[ToldRow], today: date, by: DueBy | None) -> Row:
    nearest = waiting[0].day
    cells = _risk_cells(nearest, in_words(nearest, today=today), waiting[0].client if len(waiting) == 1 else None)
    return Row({**cells, "what": follow_ups_in_words(waiting)}, Tone.SOON, ACT if by else "")


def _risk_cells(day: date, when: str, client: str | None) -> dict[str, Cell]:
    return {"day": day.isoformat(), "when": when, "client": client, "id": None, "kind": RISK}


def _row_for_others(row: Row, today: date) -> Row:
    """Nothing of it but that something is to be done, and not since when."""
    day = today.isoformat() if row.tone is Tone.BAD else row.cells["day"]
    return row._replace(cells={**row.cells, "day": day, "kind": FOR_OTHERS, "what": None})


def in_order(items: Iterable[DueItem], by: DueBy | None, *, today: date) -> list[DueItem]:
    """By day; where they are grouped, group after group."""
    return sorted(items) if by is None else sorted(items, key=lambda item: _place(item, today, by))


def _place(item: DueItem, today: date, by: DueBy) -> tuple[bool, str, Deadline]:
    """Whoever has no clinician comes last."""
    cells = _group_cells(item, today, by)
    group = str(cells[by] or "")
    return by is DueBy.CLINICIAN and not group, "" if group == OVERDUE else group, item.deadline


def _group_cells(item: DueItem, today: date, by: DueBy | None) -> Mapping[str, Cell]:
    """The value of the column that the list is grouped by; a week is known by its Monday."""
    deadline = item.deadline
    match by:
        case DueBy.WEEK:
            monday = deadline.day - timedelta(days=deadline.day.weekday())
            return {"week": OVERDUE if deadline.is_overdue(today=today) else monday.isoformat()}
        case DueBy.CLINICIAN:
            return {"clinician": item.clinician or None}
        case DueBy.CLIENT:
            return {"client": deadline.client}
    return {}


def _heading(cells: Mapping[str, Cell], by: DueBy | None) -> str:
    if by is None:
        return ""
    value = cells[by.value]
    if by is DueBy.WEEK and value != OVERDUE:
        return f"week of {value}"
    return str(value) if value else f"no {by.value}"


def _row(item: DueItem, today: date, by: DueBy | None, *, with_words: bool) -> Row:
    deadline = item.deadline
    group = _group_cells(item, today, by)
    cells = {
        "day": deadline.day.isoformat(),
        "when": in_words(deadline.day, today=today),
        "client": deadline.client,
        "id": deadline.item,
        "kind": deadline.kind.value,
        "what": deadline.what if with_words else None,
    }
    return Row({**cells, **group}, _tone(deadline, today), _heading(group, by))


def _tone(deadline: Deadline, today: date) -> Tone:
    if deadline.is_overdue(today=today):
        return Tone.LATE
    return Tone.SOON if deadline.day == today else Tone.PLAIN


def _fault_row(client: str, fault: Fault, group: str, *, with_words: bool) -> Row:
    cells = {"day": None, "when": MEND, "client": client, "id": None, "kind": f"error {fault.code}"}
    return Row({**cells, "what": f"{fault.where}: {fault.message}" if with_words else fault.where}, Tone.BAD, group)
