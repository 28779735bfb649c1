"""`goalctl caseload`: every plan on a line, worst first, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from goalctl.analysis.caseload.triage import ConcernKind
from goalctl.analysis.progress.judgement import State
from goalctl.analysis.risk.row_words import told_rows
from goalctl.analysis.risk.told import ToldRow
from goalctl.cli.desk import Desk, desk_of, machine_time
from goalctl.cli.failures import COULD_NOT, UsageError
from goalctl.cli.options import ListingFormat, Revision
from goalctl.model.finding import Fault, fault_of
from goalctl.model.plan import Lifecycle
from goalctl.views.listings.caseload import RiskOf, Standing, caseload_view
from goalctl.workspace.store.caseload import CasePlan, case_plans, clinician_of, risk_of
from goalctl.workspace.store.commit import caseload_at
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import SETTINGS
from goalctl.workspace.store.scan import Scan, scan

Faults: TypeAlias = list[tuple[str, Fault]]


class Sort(StrEnum):
    """The orders of a caseload."""

    URGENCY = "urgency"
    CLIENT = "client"
    CLINICIAN = "clinician"
    LAST_SEEN = "last-seen"


_KEYS: dict[Sort, Callable[[Standing], object]] = {
    Sort.URGENCY: lambda standing: standing.urgency,
    Sort.CLIENT: lambda standing: standing.client,
    Sort.CLINICIAN: lambda standing: (standing.clinician or "", standing.urgency),
    Sort.LAST_SEEN: lambda standing: (standing.last_seen or date.min, standing.client),
}


def command(
    ctx: typer.Context,
    clinician: Annotated[str | None, typer.Option("--clinician", help="Only plans of this clinician.")] = None,
    supervisor: Annotated[str | None, typer.Option("--supervisor", help="Only plans under this supervisor.")] = None,
    state: Annotated[
        str | None, typer.Option("--state", help="Only plans with this: off track, overdue, stale, on track, on-hold …")
    ] = None,
    sort: Annotated[Sort, typer.Option("--sort", help="The order.")] = Sort.URGENCY,
    by_clinician: Annotated[bool, typer.Option("--by-clinician", help="Group the list by clinician.")] = False,
    revision: Revision = None,
    shown_as: ListingFormat = None,
) -> int:
    """Show every plan on a line, the one that most needs a look first; risk that needs an act leads, always."""
    desk = desk_of(ctx)
    wanted = _state(state)
    seen = _seen_then(desk, revision) if revision else _seen_now(desk)
    faults: Faults = [("", fault_of(SETTINGS, finding)) for finding in seen.practice.findings]
    faults += [("", fault_of(name, finding)) for name, finding in seen.found.strays]
    whose = [
        read
        for read in _read(desk, seen, faults)
        if read.is_unread or (clinician in {None, read.clinician} and supervisor in {None, read.supervisor})
    ]
    risk = [RiskOf(row, read.clinician, read.standing) for read in whose for row in read.rows]
    standings = [read.standing for read in whose if read.standing and _is_in(read.standing, wanted)]
    standings.sort(key=_KEYS[sort])  # type: ignore[arg-type] # each key sorts with its own kind
    if by_clinician:
        standings.sort(key=lambda standing: (not standing.clinician, standing.clinician))
    desk.show(caseload_view(standings, faults, risk, today=seen.today, by_clinician=by_clinician), shown_as)
    return COULD_NOT if any(fault.hides_something for _, fault in faults) else 0


@dataclass(frozen=True, slots=True)
class Seen:
    """The workspace as it is, or as a commit has it, and the plans one after another."""

    today: date
    practice: Practice
    found: Scan
    cases: Iterator[CasePlan]


@dataclass(frozen=True, slots=True)
class Read:
    """One file as it could be read: its rows of risk, and how the plan stands, None where there is none."""

    rows: tuple[ToldRow, ...]
    clinician: str
    supervisor: str | None
    standing: Standing | None

    @property
    def is_unread(self) -> bool:
        """Whether nobody knows whose it is."""
        return any(row.is_unread for row in self.rows)


def _seen_now(desk: Desk) -> Seen:
    found = scan(desk.root)
    return Seen(desk.today, desk.practice, found, case_plans(desk.practice, found.files))


def _seen_then(desk: Desk, revision: str) -> Seen:
    then = caseload_at(desk.root, revision, machine_time)
    today = desk.today_in(then.practice.settings.timezone)
    return Seen(today, then.practice, then.scan, map(then.case, then.scan.files))


def _read(desk: Desk, seen: Seen, faults: Faults) -> Iterator[Read]:
    """Every file, one after another; what is wrong with them is added to `faults`."""
    for case in desk.progress(seen.cases, total=len(seen.found.files), doing="reading plans"):
        faults += [(case.file.client, fault_of(case.file.name, finding)) for finding in case.errors]
        then = seen.practice.case(case.plan, today=seen.today) if case.plan else None
        picture = then.risk if then else risk_of(seen.practice, case, today=seen.today)
        yield Read(
            rows=tuple(told_rows(picture, case.file.client, today=seen.today)),
            clinician=clinician_of(seen.practice, case),
            supervisor=case.plan.supervisor if case.plan else None,
            standing=Standing.of(then) if then else None,
        )


_WORDS = {word.value for words in (State, ConcernKind, Lifecycle) for word in words}


def _state(text: str | None) -> str | None:
    if text is not None and text not in _WORDS:
        raise UsageError(f"--state: '{text}' is no state", f"use {', '.join(sorted(_WORDS))}")
    return text


def _is_in(standing: Standing, wanted: str | None) -> bool:
    """Whether the plan, one of its goals or one of its reasons says this word."""
    if wanted is None or standing.status.value == wanted:
        return True
    said = {judgement.state.value for progress in standing.states for judgement in progress.judgements}
    return wanted in said | {concern.kind.value for concern in standing.concerns}
