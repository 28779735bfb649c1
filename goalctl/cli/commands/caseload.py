"""`goalctl caseload`: every plan on a line, what needs attention first, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated

from goalctl.analysis.caseload.reason import ReasonKind
from goalctl.analysis.caseload.standing import Standing
from goalctl.analysis.progress.judgement import State
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT, UsageError
from goalctl.cli.options import ListingFormat, OfClinician, OfSupervisor, Revision
from goalctl.cli.people import person_of, tell_if_nobodys
from goalctl.views.listings.caseload import RiskOf, caseload_view
from goalctl.workspace.memory.answer import Answer, Inquiry, PlanBrief, SettingsBrief
from goalctl.workspace.memory.parts import Part


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
    desk: Desk,
    clinician: OfClinician = None,
    supervisor: OfSupervisor = None,
    state: Annotated[
        str | None, Option("--state", help="Only plans with this: off track, overdue, stale, on track, on-hold …")
    ] = None,
    sort: Annotated[Sort, Option("--sort", help="The order.")] = Sort.URGENCY,
    by_clinician: Annotated[bool, Option("--by-clinician", help="Group the list by clinician.")] = False,
    revision: Revision = None,
    shown_as: ListingFormat = None,
) -> int:
    """Show every plan on a line, the one that most needs a look first; risk that needs an act leads, always."""
    said = _state(state)
    answer = _answer_of_commit(desk, revision) if revision else _answer_now(desk)
    whose = person_of(desk, clinician, "--clinician"), person_of(desk, supervisor, "--supervisor")
    if not revision:
        tell_if_nobodys(desk, answer, *whose)
    briefs = answer.chosen(*whose)
    risk = [RiskOf(row, brief.clinician, brief.standing) for brief in briefs for row in brief.risk]
    standings = _in_order([one for one in _standings(briefs) if said is None or one.says(said)], sort, by_clinician)
    today, plans = answer.today, len(answer.briefs)
    desk.answer(
        lambda: caseload_view(
            standings,
            answer.faults,
            risk,
            today=today,
            plans=plans,
            not_begun=answer.not_begun,
            by_clinician=by_clinician,
            covered=answer.covered,
        ),
        lambda: _document(standings, answer, risk),
        shown_as,
    )
    return COULD_NOT if answer.hides_something else 0


def _document(standings: Iterable[Standing], answer: Answer, risk: Iterable[RiskOf]) -> Mapping[str, object]:
    from goalctl.views.data.many import caseload_document

    told = [(one.row, one.clinician) for one in risk]
    return caseload_document(
        standings, answer.faults, told, today=answer.today, plans=len(answer.briefs), covers=answer.covers
    )


def _standings(briefs: Iterable[PlanBrief]) -> Iterator[Standing]:
    return (one for brief in briefs if (one := brief.standing))


def _in_order(standings: list[Standing], sort: Sort, by_clinician: bool) -> list[Standing]:
    ordered = sorted(standings, key=_KEYS[sort])  # type: ignore[arg-type] # each key sorts with its own kind
    if not by_clinician:
        return ordered
    return sorted(ordered, key=lambda standing: (not standing.clinician, standing.clinician))


def _answer_now(desk: Desk) -> Answer:
    settings = desk.memory.settings
    return desk.memory.answer(_inquiry(desk, settings))


def _answer_of_commit(desk: Desk, revision: str) -> Answer:
    """The same as a commit has it; every plan is read anew."""
    from goalctl.cli.reading import committed_caseload
    from goalctl.workspace.memory.ask import answer_of_commit, settings_brief

    then = committed_caseload(desk, revision)
    return answer_of_commit(then, _inquiry(desk, settings_brief(then.practice)))


def _inquiry(desk: Desk, settings: SettingsBrief) -> Inquiry:
    today = desk.today_in(settings.timezone)
    return Inquiry((Part.DUE, Part.RISK, Part.STANDING), today, until=settings.due_within.after(today))


def _state(text: str | None) -> str | None:
    if text is None:
        return None
    from goalctl.model.plan import Lifecycle

    words = {word.value for words in (State, ReasonKind, Lifecycle) for word in words}
    if text not in words:
        raise UsageError(f"--state: '{text}' is no state", f"use {', '.join(sorted(words))}")
    return text
