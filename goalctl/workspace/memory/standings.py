"""How a plan stands, as a memory holds it. Apart from the other parts, since what is due does without it. No models."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from goalctl.analysis.caseload.reason import Reason, ReasonKind, due_reasons
from goalctl.analysis.caseload.standing import Standing
from goalctl.analysis.due.deadline import Deadline
from goalctl.analysis.progress.judgement import State
from goalctl.model.scalars import Duration
from goalctl.workspace.memory.parts import day_of, day_text, written

NO_REASONS = "[]"
WORDS = ("client", "status", "clinician", "supervisor")
DAYS = ("last_seen", "next")
_KINDS = {kind.value: kind for kind in ReasonKind}
_STATES = {state.value: state for state in State}


def reasons_body(reasons: Iterable[Reason]) -> list[list[Any]]:
    """Reasons to look at a plan."""
    return [[one.kind.value, one.because, one.item, day_text(one.day), one.height] for one in reasons]


def reasons_from(body: Iterable[list[Any]]) -> list[Reason]:
    """The same, read back."""
    return [Reason(_KINDS[kind], because, item, day_of(day), height) for kind, because, item, day, height in body]


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
    every = sorted([*beside, *reasons_from(reasons)], key=lambda reason: reason.urgency)
    told = tuple([tuple([_STATES[state] for state in each]) for each in states])
    on_days: dict[str, Any] = {name: day_of(day) for name, day in days.items()}
    return Standing(**words, reasons=tuple(every), states=told, **on_days)


def standings_from(
    bodies: Iterable[tuple[int, str]],
    risk: Iterable[tuple[int, str]],
    deadlines: Mapping[int, Iterable[Deadline]],
    within: Duration,
    *,
    today: date,
) -> Iterator[tuple[int, Standing | None]]:
    """By file, with the reasons that come from risk and from what is due so soon."""
    told = {file: reasons_from(json.loads(body)) for file, body in risk if body != NO_REASONS}
    for file, body in bodies:
        due = due_reasons(deadlines.get(file, ()), within, today=today)
        yield file, standing_from(body, [*told.get(file, ()), *due])
