"""A workspace for Python: what `goalctl.open` gives. Plans as cases that answer everything, and changes of plans.

It sees what the commands see and writes as they write: under the lock, as splices, checked before anything is saved.
What goes wrong is a `GoalctlError`, whose text is a sentence and whose `hint` says what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from goalctl.analysis.case import Case
from goalctl.analysis.caseload.standing import Standing
from goalctl.analysis.due.deadline import Deadline
from goalctl.analysis.history.replay import is_there
from goalctl.analysis.outcomes.figures import GroupFigures, group_figures
from goalctl.analysis.outcomes.groups import By, grouped
from goalctl.analysis.risk.told import ToldRow
from goalctl.documents.change import Edit
from goalctl.model.day_words import stretch_from
from goalctl.model.entry import entry_values
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fault
from goalctl.model.plan import Plan
from goalctl.workspace.memory.answer import Answer, Inquiry
from goalctl.workspace.memory.ask import Memory
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.operations.log_session import session_edits
from goalctl.workspace.shelves.origins import origins_at
from goalctl.workspace.store.caseload import case_plan, plan_now
from goalctl.workspace.store.clients import file_now
from goalctl.workspace.store.practice import Clock, Practice, practice_at
from goalctl.workspace.store.root import find_root
from goalctl.workspace.store.scan import scan
from goalctl.workspace.store.transaction.transaction import change_plan
from goalctl.workspace.store.treatments import treatments_at
from goalctl.workspace.store.who import writer_at


class AheadError(GoalctlError):
    """An entry is about a day that has not come."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """One practice, seen from the day `today`; of an earlier day everything is as it was valid then."""

    practice: Practice
    today: date

    @property
    def root(self) -> Path:
        """The folder."""
        return self.practice.root

    @property
    def clients(self) -> tuple[str, ...]:
        """Every client with a file, whether or not it can be read."""
        return tuple(file.client for file in scan(self.root).files)

    def plan(self, client: str) -> Plan:
        """The client's plan as its file has it; one that can't be read is a `PlanUnreadableError`."""
        return plan_now(self.practice, client)

    def case(self, client: str) -> Case:
        """The plan as of the day, with everything that follows from it: states, series, deadlines, risk, history."""
        return self.practice.case(self.plan(client), today=self.today)

    def cases(self) -> Iterator[Case]:
        """The plans that can be read and were there on the day, one after another; `faults` tells of the others."""
        for file in scan(self.root).files:
            plan = case_plan(self.practice, file).plan
            if plan is not None and is_there(plan, today=self.today, now=self.practice.today):
                yield self.practice.case(plan, today=self.today)

    def due(self, *, within: str | None = None) -> tuple[Deadline, ...]:
        """What is overdue, or comes within a stretch (`2w`; else the practice's `due_within`), by day."""
        ahead = stretch_from(within) if within else self.practice.settings.due_within
        answer = self._answer(Part.DUE, until=ahead.after(self.today))
        return tuple(sorted(deadline for brief in answer.briefs for deadline in brief.deadlines))

    def risk(self) -> tuple[ToldRow, ...]:
        """What needs an act, the most urgent first, then what is under follow-up; of files that can't be read too."""
        rows = (row for brief in self._answer(Part.RISK).briefs for row in brief.risk)
        return tuple(sorted(rows, key=lambda row: row.urgency))

    def standings(self) -> tuple[Standing, ...]:
        """How each plan stands, what needs attention first."""
        until = self.practice.settings.due_within.after(self.today)
        briefs = self._answer(Part.DUE, Part.RISK, Part.STANDING, until=until).briefs
        return tuple(sorted((brief.standing for brief in briefs if brief.standing), key=lambda one: one.urgency))

    def faults(self) -> tuple[tuple[str, Fault], ...]:
        """What is wrong with settings and files, each with its client; empty where none is meant."""
        return tuple(self._answer(Part.RISK).faults)

    def outcomes(self, by: By | str = By.MEASURE) -> tuple[GroupFigures, ...]:
        """What came of treatment, by measure, clinician, area, template, period, episode; no small count is hidden."""
        found = treatments_at(self.practice, today=self.today, origins=origins_at(self.root)).found
        return tuple(group_figures(name, members) for name, members in grouped(found, By(by)).items())

    def log(
        self,
        client: str,
        *,
        scores: Mapping[str, float] | None = None,
        note: str | None = None,
        on: date | None = None,
        by: str | None = None,
        **more: object,
    ) -> Plan:
        """Append an entry to the client's log, with other keys of an entry in `more`; the plan as it is now.

        An id that is not there, or a score off its scale, is refused, and nothing is saved.
        """
        day = on or self.today
        if day > self.today:
            raise AheadError(f"{day} has not come yet", f"an entry is about {self.today} or a day before it")
        entry = entry_values(date=day, scores=dict(scores or {}), note=note, **more)
        return self.change(client, lambda plan: session_edits(plan, entry, by=by or self._writer(plan)))

    def change(self, client: str, changes: Callable[[Plan], Sequence[Edit]]) -> Plan:
        """Save the edits that `changes` makes of the plan as it stands under the lock; the plan as it is then.

        The functions of `goalctl.workspace.operations` make such edits. `changes` may be called again where an editor
        saved the file meanwhile, and must ask nobody anything. A change that would bring an error in is refused.
        """
        file = file_now(self.root, client)
        return change_plan(self.practice, file, changes).plan

    def _writer(self, plan: Plan) -> str | None:
        return writer_at(self.practice).name or plan.clinician

    def _answer(self, *parts: Part, until: date = date.max) -> Answer:
        with closing(Memory(self.root, self.practice.clock)) as memory:
            return memory.answer(Inquiry(parts, self.today, until=until))


def workspace_at(folder: Path, clock: Clock, *, today: date | None = None) -> Workspace:
    """The workspace in that folder or above it; without a day the one that it is there now."""
    practice = practice_at(find_root(folder), clock)
    return Workspace(practice, today or clock(practice.settings.timezone).date())
