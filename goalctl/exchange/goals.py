"""Goals from a table: one row a goal, as an entry of a plan that lacks only its id.

The columns are `client` and every key of a goal that fits into a cell, by its own name: goal, problem, status (else
draft), term, serves, priority, opened, specific, by, of, per, unit, scale (0-10, or 0- for open above), baseline,
target (9, or 7-9 for a band), since, because, value, in_their_words, deadline, checkpoints … Only client and goal are
needed; several problems are written as `p1, p2`, days as 2026-03-31.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from goalctl.exchange.cells import Conventions
from goalctl.exchange.table import TableRow, bad_row
from goalctl.model.fields import Holds, Slot, in_order, slots_of
from goalctl.model.finding import Fault, Path, Value, fields_in
from goalctl.model.given import Given
from goalctl.model.goal import Goal
from goalctl.model.ids import MEASURE_WORDS, form_called
from goalctl.model.scalars import ScalarError, number_text
from goalctl.model.validate import record_from

NOT_IN_A_TABLE = {"id", "grow"}
"""What a table has no column for: the id is made here, and a conversation is no row."""
_CELLS = [slot for slot in slots_of(Goal) if slot.is_plain and slot.path[0] not in NOT_IN_A_TABLE]
PLACES: Mapping[str, Slot] = {str(slot.path[-1]): slot for slot in _CELLS}
COLUMNS = ("client", *PLACES)
NEEDED = ("client", "goal")
_WORDS = {"status", "term", "per", "better", "problem"}
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+")
_FROM_TO = re.compile(r"(?P<low>-?\d[\d.,]*?)\s*(?:\.\.|-|\u2013|\bto\b)\s*(?P<high>-?\d[\d.,]*)?\s*%?")


def goal_from(row: TableRow, written: Conventions | None = None) -> Given | Fault:
    """The goal that a row says, or the first thing that is wrong with it; days and numbers as the table writes them."""
    written = written or Conventions()
    if missing := [key for key in NEEDED if key not in row.cells]:
        return bad_row(row.line, f"{missing[0]} is missing")
    try:
        client = written.client(row.cells["client"])
        entry = _entry({key: _plain(key, text, written) for key, text in row.cells.items()}, written)
    except ScalarError as error:
        return bad_row(row.line, str(error), error.hint)
    _, findings = record_from(Goal, {"id": "g1", **entry})
    if findings:
        named = next((str(step) for step in reversed(findings[0].path) if isinstance(step, str)), "goal")
        return bad_row(row.line, f"{named}: {findings[0].message}", findings[0].hint)
    return Given(client, entry, row.line)


def _entry(cells: Mapping[str, str], written: Conventions) -> dict[str, Value]:
    entry: dict[str, Value] = {"status": "draft"}
    for key, slot in PLACES.items():
        if key in cells:
            if key in _NUMBERS:
                value = _named(key, cells[key], written)
            else:
                value = _READ.get(key, _several if slot.holds in {Holds.LIST, Holds.DAYS} else _as_it_is)(cells[key])
            entry = _with_value(entry, slot.path, value)
    return in_order(Goal, entry)


def _named(key: str, text: str, written: Conventions) -> Value:
    """What a cell of numbers says; an error names its column."""
    try:
        return _NUMBERS[key](text, written)
    except ScalarError as error:
        raise ScalarError(error.code, f"{key}: {error}", error.hint) from None


def _with_value(entry: Mapping[str, Value], path: Path, value: Value) -> dict[str, Value]:
    """The entry with that value at that place."""
    key, *rest = (str(step) for step in path)
    held = entry.get(key)
    return {**entry, key: _with_value(fields_in(held), tuple(rest), value) if rest else value}


def _plain(key: str, text: str, written: Conventions) -> str:
    """A cell as goalctl writes it: days ISO, a goal on one line, words of a plan in small letters."""
    if key == "goal":
        return " ".join(text.split())
    if key in _WORDS:
        return text.lower()
    if key == "by":
        return text.lower() if text.lower() in MEASURE_WORDS else str(form_called(text))
    slot = PLACES.get(key)
    if slot and slot.holds is Holds.DAY:
        return written.day(text).isoformat()
    if slot and slot.holds is Holds.DAYS:
        return ", ".join(written.day(day).isoformat() for day in re.split(r"\s*[,;]\s*", text))
    return text


def _as_it_is(text: str) -> Value:
    return text


def _several(text: str) -> Value:
    return [*_BETWEEN.split(text)]


def _problem(text: str) -> Value:
    several = _BETWEEN.split(text)
    return [*several] if len(several) > 1 else text


def _target(text: str, written: Conventions) -> Value:
    """`9`; a band as `7-9`, `7..9` or `7 to 9`."""
    band = _FROM_TO.fullmatch(text)
    return _numbers(written, band["low"], band["high"]) if band and band["high"] else _number(text, written)


def _scale(text: str, written: Conventions) -> Value:
    """`0-10`, `-5..5`, `0 to 10` or `0,10`; a scale that is open above ends after the dash."""
    ends = _FROM_TO.fullmatch(text)
    low, high = (ends["low"], ends["high"]) if ends else text.partition(",")[::2]
    return _numbers(written, low, *([high] if high else []))


def _numbers(written: Conventions, *texts: str) -> list[Value]:
    return [_number(text, written) for text in texts]


def _number(text: str, written: Conventions) -> str:
    """With a point, a percentage without its sign."""
    return number_text(written.number(text))


_READ: dict[str, Callable[[str], Value]] = {"problem": _problem}
_NUMBERS: dict[str, Callable[[str, Conventions], Value]] = {
    "scale": _scale, "target": _target, "baseline": _number, "importance": _number, "difficulty": _number,
}  # fmt: skip
