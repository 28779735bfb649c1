"""`goalctl caseload`: every plan on a line, worst first, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from goalctl.analysis.deadlines import as_of
from goalctl.analysis.judgement import State
from goalctl.analysis.triage import ConcernKind, states_of, triage
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.options import ListingFormat
from goalctl.model.finding import Fault, fault_of
from goalctl.model.plan import Lifecycle, Plan
from goalctl.views.caseload import Standing, caseload_view
from goalctl.workspace.caseload import case_plans
from goalctl.workspace.root import SETTINGS
from goalctl.workspace.scan import Scan, scan

INCOMPLETE = 3
Faults: TypeAlias = list[tuple[str, Fault]]


class Sort(StrEnum):
    """The orders of a caseload."""

    URGENCY = "urgency"
    CLIENT = "client"
    CLINICIAN = "clinician"
    LAST_SEEN = "last-seen"


_KEYS: dict[Sort, Callable[[Standing], object]] = {
    Sort.URGENCY: lambda standing: standing.urgency,
    Sort.CLIENT: lambda standing: standing.plan.client,
    Sort.CLINICIAN: lambda standing: (standing.plan.clinician or "", standing.urgency),
    Sort.LAST_SEEN: lambda standing: (standing.last_seen or date.min, standing.plan.client),
}


def command(
    ctx: typer.Context,
    clinician: Annotated[str | None, typer.Option("--clinician", help="Only plans of this clinician.")] = None,
    supervisor: Annotated[str | None, typer.Option("--supervisor", help="Only plans under this supervisor.")] = None,
    state: Annotated[
        str | None, typer.Option("--state", help="Only plans with this: off track, overdue, stale, on track, on-hold …")
    ] = None,
    sort: Annotated[Sort, typer.Option("--sort", help="The order.")] = Sort.URGENCY,
    shown_as: ListingFormat = None,
) -> int:
    """Show every plan on a line, the one that most needs a look first, with the reason."""
    desk = desk_of(ctx)
    wanted = _state(state)
    found = scan(desk.root)
    faults: Faults = [("", fault_of(SETTINGS, finding)) for finding in desk.practice.findings]
    faults += [("", fault_of(name, finding)) for name, finding in found.strays]
    standings = [
        standing
        for standing in _standings(desk, found, faults)
        if clinician in {None, standing.plan.clinician}
        and supervisor in {None, standing.plan.supervisor}
        and _is_in(standing, wanted)
    ]
    standings.sort(key=_KEYS[sort])  # type: ignore[arg-type] # each key sorts with its own kind
    desk.show(caseload_view(standings, faults), shown_as)
    return INCOMPLETE if faults else 0


def _standings(desk: Desk, found: Scan, faults: Faults) -> Iterator[Standing]:
    """Every plan that can be read, one after another; what is wrong with the files is added to `faults`."""
    for case in desk.progress(case_plans(desk.practice, found.files), total=len(found.files), doing="reading plans"):
        faults += [(case.file.client, fault_of(case.file.name, finding)) for finding in case.errors]
        if case.plan is not None:
            yield _standing(desk, as_of(case.plan, today=desk.today))


def _standing(desk: Desk, plan: Plan) -> Standing:
    settings, forms = desk.practice.settings, desk.practice.forms
    active = plan.status is Lifecycle.ACTIVE
    states = states_of(plan, forms, today=desk.today) if active else ()
    concerns = triage(
        plan, forms, today=desk.today, within=settings.due_within, review_every=settings.review_every,
        states=states if active else None,
    )  # fmt: skip
    return Standing(plan.altered(clinician=plan.clinician or settings.clinician), concerns, states)


_WORDS = {word.value for words in (State, ConcernKind, Lifecycle) for word in words}


def _state(text: str | None) -> str | None:
    if text is not None and text not in _WORDS:
        raise UsageError(f"--state: '{text}' is no state", f"use {', '.join(sorted(_WORDS))}")
    return text


def _is_in(standing: Standing, wanted: str | None) -> bool:
    """Whether the plan, one of its goals or one of its reasons says this word."""
    if wanted is None or standing.plan.status.value == wanted:
        return True
    said = {judgement.state.value for progress in standing.states for judgement in progress.judgements}
    return wanted in said | {concern.kind.value for concern in standing.concerns}
