"""A workspace as commands use it: its folder, its settings and its forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from goalctl.documents.document import read_document
from goalctl.library.shelf import FormShelf
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding, Severity
from goalctl.model.settings import Settings
from goalctl.workspace.store.root import FORMS, PLANS, SETTINGS
from goalctl.workspace.store.scan import ENDING, scan

if TYPE_CHECKING:
    from goalctl.analysis.case import Case
    from goalctl.model.plan import Plan

Clock = Callable[[str | None], datetime]


@dataclass(frozen=True, slots=True)
class Episode:
    """An earlier plan of a client by its file; None when it can't be read, which is told where that file is told."""

    name: str
    plan: Plan | None


@dataclass(frozen=True)
class Practice:
    """One workspace; `settings` are the defaults where `goalctl.yaml` could not be read, as `findings` then tell.

    `clock` is the machine's: it says when an entry is typed, whatever day things are seen from.
    """

    root: Path
    settings: Settings
    findings: tuple[Finding, ...] = field(default=())
    clock: Clock | None = None

    def written(self) -> datetime | None:
        """When what is written now is written, in the practice's time zone; None where there is no clock."""
        return self.clock(self.settings.timezone) if self.clock else None

    def case(self, plan: Plan, *, today: date) -> Case:
        """Everything that follows from a plan, seen from that day; what that takes is imported only now."""
        from goalctl.analysis.case import Case

        earlier = [episode.plan for episode in reversed(self.episodes_before(plan)) if episode.plan]
        return Case.of(plan, self.forms, self.settings, today, earlier=earlier, now=self.today)

    @property
    def today(self) -> date | None:
        """The day that it really is, whatever day things are seen from; None where there is no clock."""
        written = self.written()
        return written.date() if written else None

    def episodes_before(self, plan: Plan) -> tuple[Episode, ...]:
        """The client's episodes before this one, the newest first, as far as `previous` leads."""
        found: list[Episode] = []
        before, passed = plan.previous, {plan.client}
        while before and before not in passed:
            passed.add(before)
            found.append(self._episode(before))
            episode = found[-1].plan
            before = episode.previous if episode else None
        return tuple(found)

    def _episode(self, client: str) -> Episode:
        from goalctl.model.plan import Plan

        name = f"{PLANS}/{client}{ENDING}"
        if not (self.root / name).is_file():  # plans may lie in folders
            name = next((file.name for file in scan(self.root).files if file.client == client), name)
        return Episode(name, read_document(self.root / name, Plan, root=self.root).content)

    @cached_property
    def forms(self) -> FormShelf:
        """Every form by id, the practice's own over the shipped ones; each is read when it is first asked for."""
        return FormShelf(self.root / FORMS)


class BadSettingsError(GoalctlError):
    """The settings can't be read, so nothing may be written by them."""

    def __init__(self, finding: Finding) -> None:
        place = f":{finding.place.line}:{finding.place.column}" if finding.place else ""
        super().__init__(f"{SETTINGS}{place}: {finding.message}", finding.hint)


def practice_at(root: Path, clock: Clock | None = None) -> Practice:
    """The workspace in that folder, with whatever is wrong with its settings as findings."""
    document = read_document(root / SETTINGS, Settings, root=root)
    errors = tuple(finding for finding in document.findings if finding.severity is Severity.ERROR)
    if document.content is not None:
        return Practice(root, document.content, errors, clock)
    if len(errors) == 1 and errors[0].code == "E108":  # an empty file: every key has a default
        return Practice(root, Settings(), clock=clock)
    return Practice(root, Settings(), errors, clock)
