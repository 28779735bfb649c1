"""A question about many plans, and the answer with what it is made of. Light: no models here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from goalctl.analysis.caseload.cover import Covering, running_on, stand_ins
from goalctl.analysis.risk.told import ToldRow
from goalctl.model.finding import Fault
from goalctl.model.scalars import Duration
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.store.counted_once import EachOnce

if TYPE_CHECKING:
    from goalctl.analysis.caseload.banked import Use
    from goalctl.analysis.caseload.standing import Standing
    from goalctl.analysis.due.deadline import Deadline
    from goalctl.analysis.history.passage import PlanWords


class SettingsBrief(NamedTuple):
    """The settings that listings need, and what is wrong with them."""

    timezone: str | None
    due_within: Duration
    faults: tuple[Fault, ...]
    covers: tuple[Covering, ...] = ()


class Inquiry(NamedTuple):
    """Which parts are asked for, seen from which day, of one client or of all; `until` limits what is due."""

    parts: tuple[Part, ...]
    today: date
    client: str | None = None
    until: date = date.max


def day_inquiry(settings: SettingsBrief, today: date) -> Inquiry:
    """How all plans and their risk stand, and what is due as far ahead as the settings look, tomorrow at the least."""
    until = max(settings.due_within.after(today), Duration(1, "d").after(today))
    return Inquiry((Part.DUE, Part.RISK, Part.STANDING), today, until=until)


class PlanBrief(NamedTuple):
    """One file in brief; what was not asked for is empty. `standing` and `said` are None where there is no plan.

    Of what is used, `named` is whom the plan names, and `person` the client's id in their first episode.
    """

    client: str
    clinician: str
    supervisor: str | None
    faults: tuple[Fault, ...]
    deadlines: tuple[Deadline, ...] = ()
    risk: tuple[ToldRow, ...] = ()
    standing: Standing | None = None
    said: PlanWords | None = None
    uses: tuple[Use, ...] = ()
    named: str | None = None
    person: str | None = None

    @property
    def plans_client(self) -> str:
        """Whom the plan in it names, which is another client than the file's where it was copied or linked."""
        named = self.standing.client if self.standing else self.named
        return named or next((one.client for one in self.deadlines), self.client)


def each_once(briefs: Iterable[PlanBrief]) -> Iterator[PlanBrief]:
    """What follows from a plan counts once for a client; of a copy its faults, its risk and its words stay."""
    found = list(briefs)
    once = EachOnce(brief.client for brief in found)
    for brief in found:
        counts = once.counts(brief.client, brief.plans_client)
        yield brief if counts else brief._replace(deadlines=(), standing=None, uses=())


class Answer(NamedTuple):
    """What is known of the files that were asked for, by client, and what is wrong beside them.

    `not_begun` are the plans of a later day, of those that were looked at.
    """

    today: date
    settings: SettingsBrief
    briefs: tuple[PlanBrief, ...]
    strays: tuple[Fault, ...] = ()
    not_begun: int = 0

    @property
    def faults(self) -> list[tuple[str, Fault]]:
        """What is wrong with settings, files and plans, each with its client where there is one."""
        own = [(brief.client, fault) for brief in self.briefs for fault in brief.faults]
        return [*(("", fault) for fault in self.settings.faults), *self.beside, *own]

    @property
    def beside(self) -> list[tuple[str, Fault]]:
        """What is wrong with files beside the plans, each with the client whose plan it may be a part of."""
        if not self.strays:
            return []
        from goalctl.workspace.store.clients import client_beside  # few have any

        clients = {brief.client for brief in self.briefs}
        return [(client_beside(fault.where, clients), fault) for fault in self.strays]

    @property
    def hides_something(self) -> bool:
        """Whether something could not be read, so that the answer is not whole."""
        return any(fault.hides_something for _, fault in self.faults)

    @property
    def covers(self) -> tuple[Covering, ...]:
        """Those that run on the day."""
        return running_on(self.today, self.settings.covers)

    @property
    def covered(self) -> dict[str, str]:
        """By client, `s.lee for m.kowalski`, where a cover runs."""
        words: dict[str, str] = {}
        for cover in self.covers:
            before = words.get(cover.of)
            words[cover.of] = f"{before}, {cover.words}" if before else cover.words
        return {one.client: words[one.clinician] for one in self.briefs if one.clinician in words}

    @property
    def some_rest(self) -> bool:
        """Whether treatment rests or is over in a plan: of such nothing falls due but reviews."""
        from goalctl.analysis.caseload.standing import ACTIVE

        return any(brief.standing and brief.standing.status != ACTIVE for brief in self.briefs)

    def chosen(self, clinician: str | None, supervisor: str | None = None) -> tuple[PlanBrief, ...]:
        """The plans of that clinician, covered ones too, and under that supervisor; None asks for anybody's.

        One that nobody can read is everybody's; and where the settings can't be read, so that nobody knows who covers
        for whom, one with a risk that needs an act.
        """
        covers, is_everybodys = stand_ins(self.covers), self._everybodys
        return tuple(
            brief
            for brief in self.briefs
            if _is_of(brief, clinician, supervisor, covers) or any(map(is_everybodys, brief.risk))
        )

    def risk_of(self, clinician: str | None, supervisor: str | None = None) -> Iterator[tuple[ToldRow, str]]:
        """Every row of risk of those plans; of what is theirs all, else what is everybody's."""
        covers, is_everybodys = stand_ins(self.covers), self._everybodys
        for brief in self.briefs:
            is_theirs = _is_of(brief, clinician, supervisor, covers)
            yield from ((row, brief.clinician) for row in brief.risk if is_theirs or is_everybodys(row))

    @property
    def _everybodys(self) -> Callable[[ToldRow], bool]:
        """Whether a row of risk is everybody's, because something that says whose it is can't be read."""
        is_unknown = any(fault.hides_something for fault in self.settings.faults)
        return lambda row: row.is_unread or (is_unknown and row.needs_act)


def _is_of(
    brief: PlanBrief, clinician: str | None, supervisor: str | None, covers: Mapping[str, frozenset[str]]
) -> bool:
    is_theirs = clinician in {None, brief.clinician} or clinician in covers.get(brief.clinician, ())
    return is_theirs and supervisor in {None, brief.supervisor}
