"""What every new entry carries beside what it says: an id that no other clone gives, and when it was typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from goalctl.documents.change import AppendItem, Edit, InsertKey, SetScalar
from goalctl.model.finding import Path, Value
from goalctl.model.formats import NEWEST
from goalctl.model.plan import Plan
from goalctl.model.sections import sections_that
from goalctl.model.walk import entry_ids
from goalctl.model.written import file_value
from goalctl.workspace.edits.additions import new_entry_id

_ENTRIES = sections_that(Plan, lambda kept: kept.is_stamped)
_DAYS = ("date", "on")


def stamped_edits(plan: Plan, edits: Sequence[Edit], now: datetime | None) -> list[Edit]:
    """The same edits, with an id for every new entry, amendment and task that lacks one, and when it was written.

    `now` is None where nobody can tell that.
    """
    taken = set(entry_ids(plan))
    return [_stamped_edit(edit, taken, file_value(now)) for edit in edits]


def _stamped_edit(edit: Edit, taken: set[str], now: Value) -> Edit:
    match edit:
        case AppendItem(path, dict() as value) if _is_for_entries(path):
            return edit._replace(value=_entry(value, taken, now))
        case AppendItem(("supervision", *_, "talked"), dict() as value):
            return edit._replace(value=_with_day_written(value, now))
        case InsertKey(_, "void", dict() as value):
            return edit._replace(value=_with_day_written(value, now))
        case _:
            return edit


def _is_for_entries(path: Path) -> bool:
    return (len(path) == 1 and path[0] in _ENTRIES) or (path[0] == "sessions" and path[-1] == "amended")


def _entry(value: dict[str, Value], taken: set[str], now: Value) -> dict[str, Value]:
    entry = _with_day_written(_with_id(value, taken), now)
    tasks = entry.get("homework")
    if isinstance(tasks, list):
        entry["homework"] = [_with_id(task, taken) if isinstance(task, dict) else task for task in tasks]
    return entry


def _with_id(value: dict[str, Value], taken: set[str]) -> dict[str, Value]:
    if value.get("id"):
        return value
    new = new_entry_id(taken, value)
    taken.add(new)
    return {"id": new, **value}


def _with_day_written(value: dict[str, Value], now: Value) -> dict[str, Value]:
    """The entry with `written` behind the day it is about."""
    return value if now is None or value.get("written") else dict(_with_written(value, now))


def _with_written(value: dict[str, Value], now: Value) -> Iterator[tuple[str, Value]]:
    for key, item in value.items():
        if key != "written":
            yield key, item
        if key in _DAYS:
            yield "written", now


def format_edit(data: Value) -> Edit:
    """The edit that makes the file one of the newest format, at its top."""
    first = next(iter(data), None) if isinstance(data, dict) else None
    return SetScalar(("format",), str(NEWEST), before=first)
