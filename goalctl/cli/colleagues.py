"""The plans of some colleagues, read whole, for what is handed over between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from goalctl.analysis.case import Case
from goalctl.analysis.risk.told import ToldRow
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT, UsageError
from goalctl.cli.options import BY_ENDING
from goalctl.model.finding import Fault, faults_of
from goalctl.views.listing import Format
from goalctl.workspace.memory.answer import Inquiry
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.store.caseload import case_plan
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.scan import scan
from goalctl.workspace.store.who import UnknownClinicianError, clinicians_of


@dataclass(frozen=True, slots=True)
class Read:
    """The cases of the plans that can be read, and everything that is wrong with files, with its client.

    `risk` is what the values of the others tell of it, with whose client that is: somebody has to know it all the same.
    """

    cases: tuple[Case, ...]
    faults: tuple[tuple[str, Fault], ...]
    risk: tuple[tuple[ToldRow, str], ...] = ()

    @property
    def status(self) -> int:
        """Whether the answer is whole."""
        return COULD_NOT if self.unread else 0

    @property
    def unread(self) -> int:
        """How many files could not be read."""
        return len({fault.where.partition(":")[0] for _, fault in self.faults if fault.hides_something})

    def risk_of(self, clinician: str | None) -> Iterator[tuple[ToldRow, str]]:
        """The risk in what can't be read, of that clinician's clients; a file that tells nothing is everybody's."""
        return ((row, whose) for row, whose in self.risk if clinician in {None, whose} or row.is_unread)


def read_cases(desk: Desk, clinician: str | None) -> Read:
    """The plans that are theirs on the day, None for everybody's; those of clients who are discharged included."""
    answer = desk.memory.answer(Inquiry((Part.RISK, Part.STANDING), desk.today))
    found, cases, faults = scan(desk.root), [], list(answer.faults)
    own = [brief for brief in answer.briefs if clinician in {None, brief.clinician}]
    for brief in desk.progress(own, total=len(own), doing="reading plans"):
        case = case_plan(desk.practice, client_file(found, brief.client, exact=True))
        if case.plan is not None:
            cases.append(desk.case(case.plan))
        else:
            told = {fault for _, fault in faults}
            faults += [(brief.client, fault) for fault in faults_of(case.file.name, case.errors) if fault not in told]
    risk = ((row, brief.clinician) for brief in answer.briefs if brief.standing is None for row in brief.risk)
    return Read(tuple(cases), tuple(faults), tuple(risk))


def as_of_day(case: Case, desk: Desk, day: date) -> Case | None:
    """The same plan as it was valid on that day; None where it was not there yet."""
    whole = case.cut_from.whole if case.cut_from else case.plan
    if whole.opened is not None and whole.opened > day:
        return None
    return desk.practice.case(whole, today=day)


def known_clinician(desk: Desk, who: str, option: str) -> str:
    """The name, which is one of the practice's where it lists any."""
    known = clinicians_of(desk.practice.settings)
    if desk.practice.settings.clinicians and who not in known:
        raise UnknownClinicianError(option, who, known)
    return who


def format_by(chosen: Format | None, output: Path | None) -> Format | None:
    """As stated, else as the file's name ends; None for what fits the place it goes to."""
    if chosen is Format.TABLE and output is not None:
        raise UsageError("a table is for the terminal", "use --format md, html, csv, json or plain")
    return chosen or (BY_ENDING.get(output.suffix.lower()) if output else None)
