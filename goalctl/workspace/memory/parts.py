"""What a memory holds of a plan, part by part, and how each record is written there and read back. Light: no models."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import Any

from goalctl.analysis.due.deadline import Deadline, Due
from goalctl.analysis.risk.told import ToldRow
from goalctl.model.finding import Fault

NOTHING = "null"
NOT_YET = "false"  # of a plan that was not there then
NO_FAULTS = "[]"
ALWAYS = "0001-01-01"  # the day of a row that has none of its own


class Part(StrEnum):
    """The parts; each is worked out when it is first asked for, and holds as long as it holds.

    Who treats a client stands beside them; whose the client was on an earlier day, if anybody's, is a part.
    """

    DUE = "due"
    RISK = "risk"
    STANDING = "standing"
    BANK = "bank"
    PEOPLE = "people"
    WORDS = "words"


def written(value: Any) -> str:  # noqa: ANN401 - what JSON can hold
    """The value in JSON; what is no text, as the name of a file may be, is escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"))
    return text


def day_text(day: date | None) -> str | None:
    """A day as it is kept."""
    return day.isoformat() if day else None


def day_of(text: str | None) -> date | None:
    """The same, read back."""
    return date.fromisoformat(text) if text else None


def deadline_row(deadline: Deadline) -> tuple[str, str]:
    """What is due, by its day."""
    body = [deadline.client, deadline.item, deadline.kind.value, deadline.what, deadline.mark]
    return deadline.day.isoformat(), written(body)


def deadlines_from(rows: Collection[tuple[str, str]]) -> Iterator[Deadline]:
    """The same, read back: many in one piece, each day and kind made once."""
    days, bodies = zip(*rows, strict=True) if rows else ((), ())
    on = {day: date.fromisoformat(day) for day in set(days)}
    kinds = {kind.value: kind for kind in Due}
    for day, (client, item, kind, what, mark) in zip(days, json.loads(f"[{','.join(bodies)}]"), strict=True):
        yield Deadline(on[day], client, item, kinds[kind], what, mark)


def risk_row(row: ToldRow) -> tuple[str, str]:
    """A row of risk; it is asked for whatever its day."""
    return ALWAYS, written([row.client, row.day.isoformat(), row.words, row.needs_act, row.rank])


def risk_from(body: str) -> ToldRow:
    """The same, read back."""
    client, day, words, needs_act, rank = json.loads(body)
    return ToldRow(client, date.fromisoformat(day), words, needs_act, rank)


def faults_body(faults: Iterable[Fault]) -> str:
    """What is wrong with a file."""
    return written([[fault.where, fault.code, fault.message, fault.hint] for fault in faults])


def faults_from(body: str) -> tuple[Fault, ...]:
    """The same, read back."""
    return tuple(Fault(*fault) for fault in json.loads(body)) if body != NO_FAULTS else ()
