"""What a memory holds of a plan, part by part, and how each record is written there and read back. Light: no models."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from goalctl.analysis.caseload.reason import Reason, ReasonKind
from goalctl.analysis.caseload.standing import Standing
from goalctl.analysis.due.deadline import Deadline, Due
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.risk.told import ToldRow
from goalctl.model.finding import Fault

NOTHING = "null"
NOT_YET = "false"  # of a plan that was not there then
NO_FAULTS = "[]"
ALWAYS = "0001-01-01"  # the day of a row that has none of its own
WORDS = ("client", "status", "clinician", "supervisor")
DAYS = ("last_seen", "next")


class Part(StrEnum):
    """The parts; each is worked out when it is first asked for, and holds as long as it holds.

    Who treats a client stands beside them; whose the client was on an earlier day, if anybody's, is a part.
    """

    DUE = "due"
    RISK = "risk"
    STANDING = "standing"
    BANK = "bank"
    PEOPLE = "people"


def written(value: Any) -> str:  # noqa: ANN401 - what JSON can hold
    """The value in JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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


def deadline_from(day: str, body: str) -> Deadline:
    """The same, read back."""
    client, item, kind, what, mark = json.loads(body)
    return Deadline(date.fromisoformat(day), client, item, Due(kind), what, mark)


def risk_row(row: ToldRow) -> tuple[str, str]:
    """A row of risk; it is asked for whatever its day."""
    return ALWAYS, written([row.client, row.day.isoformat(), row.words, row.needs_act, row.rank])


def risk_from(body: str) -> ToldRow:
    """The same, read back."""
    client, day, words, needs_act, rank = json.loads(body)
    return ToldRow(client, date.fromisoformat(day), words, needs_act, rank)


def reasons_body(reasons: Iterable[Reason]) -> list[list[Any]]:
    """Reasons to look at a plan."""
    return [[one.kind.value, one.because, one.item, day_text(one.day), one.height] for one in reasons]


def reasons_from(body: Iterable[list[Any]]) -> list[Reason]:
    """The same, read back."""
    return [Reason(ReasonKind(kind), because, item, day_of(day), height) for kind, because, item, day, height in body]


def standing_body(standing: Standing) -> str:
    """How a plan stands."""
    states = [[state.value for state in each] for each in standing.states]
    words = {name: getattr(standing, name) for name in WORDS}
    days = {name: day_text(getattr(standing, name)) for name in DAYS}
    return written([words, reasons_body(standing.reasons), states, days])


def standing_from(body: str, beside: Iterable[Reason]) -> Standing | None:
    """The same with the reasons of the other parts in their place; None for a file without a plan."""
    found = json.loads(body)
    if found is None:
        return None
    words, reasons, states, days = found
    every = tuple(sorted([*beside, *reasons_from(reasons)], key=lambda reason: reason.urgency))
    told = tuple(tuple(State(state) for state in each) for each in states)
    on_days: dict[str, Any] = {name: day_of(day) for name, day in days.items()}
    return Standing(**words, reasons=every, states=told, **on_days)


def faults_body(faults: Iterable[Fault]) -> str:
    """What is wrong with a file."""
    return written([[fault.where, fault.code, fault.message, fault.hint] for fault in faults])


def faults_from(body: str) -> tuple[Fault, ...]:
    """The same, read back."""
    return tuple(Fault(*fault) for fault in json.loads(body)) if body != NO_FAULTS else ()
