"""A question about many plans, and the answer with what it is made of. Light: no models here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goalctl.analysis.caseload.standing import Standing
from goalctl.analysis.due.deadline import Deadline
from goalctl.analysis.risk.told import ToldRow
from goalctl.model.finding import Fault
from goalctl.model.scalars import Duration
from goalctl.workspace.memory.parts import Part


@dataclass(frozen=True, slots=True)
class SettingsBrief:
    """The settings that listings need, and what is wrong with them."""

    timezone: str | None
    due_within: Duration
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Which parts are asked for, seen from which day, of one client or of all; `until` limits what is due."""

    parts: tuple[Part, ...]
    today: date
    client: str | None = None
    until: date = date.max


@dataclass(frozen=True, slots=True)
class PlanBrief:
    """One file in brief; what was not asked for is empty. `standing` is None where there is no plan.

    `uses` are those of the bank, as the memory keeps them.
    """

    client: str
    clinician: str
    supervisor: str | None
    faults: tuple[Fault, ...]
    deadlines: tuple[Deadline, ...] = ()
    risk: tuple[ToldRow, ...] = ()
    standing: Standing | None = None
    uses: tuple[str, ...] = ()

    @property
    def is_unread(self) -> bool:
        """Whether nobody can read whose it is."""
        return any(row.is_unread for row in self.risk)


def client_at(name: str) -> str:
    """Whose plan a file of that name would be."""
    return name.rpartition("/")[2].removesuffix(".yaml")


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of the files that were asked for, by client, and what is wrong beside them."""

    today: date
    settings: SettingsBrief
    briefs: tuple[PlanBrief, ...]
    strays: tuple[Fault, ...] = ()

    @property
    def faults(self) -> list[tuple[str, Fault]]:
        """What is wrong with settings, files and plans, each with its client where there is one."""
        own = [(brief.client, fault) for brief in self.briefs for fault in brief.faults]
        clients = {brief.client for brief in self.briefs}
        beside = [(one if (one := client_at(fault.where)) in clients else "", fault) for fault in self.strays]
        return [*(("", fault) for fault in self.settings.faults), *beside, *own]

    @property
    def hides_something(self) -> bool:
        """Whether something could not be read, so that the answer is not whole."""
        return any(fault.hides_something for _, fault in self.faults)

    def risk_of(self, clinician: str | None) -> Iterator[tuple[ToldRow, str]]:
        """Every row of risk of that clinician's plans, else of all; one that nobody can read is everybody's."""
        for brief in self.briefs:
            yield from (
                (row, brief.clinician) for row in brief.risk if clinician in {None, brief.clinician} or row.is_unread
            )
