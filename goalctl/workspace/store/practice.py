"""A workspace as commands use it: its folder, its settings and its forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from goalctl.documents.document import read_document
from goalctl.documents.file_errors import UnreadableFileError
from goalctl.documents.open import read_bytes
from goalctl.documents.text import MAX_BYTES
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Finding, Value, errors_in, fields_in
from goalctl.model.ids import client_from
from goalctl.model.scalars import ScalarError
from goalctl.model.settings import Settings
from goalctl.workspace.store.account import Account
from goalctl.workspace.store.root import FORMS, PLANS, SETTINGS
from goalctl.workspace.store.scan import ENDING, PREVIOUS, scan

if TYPE_CHECKING:
    from goalctl.analysis.case import Case
    from goalctl.library.shelf import FormShelf
    from goalctl.model.plan import Plan
    from goalctl.workspace.store.caseload import CasePlan

Clock = Callable[[str | None], datetime]


class Episode(NamedTuple):
    """An earlier plan of a client by its file; None when it can't be read, which is told where that file is told."""

    name: str
    plan: Plan | None


@dataclass(frozen=True)
class Practice:
    """One workspace; `settings` are the defaults where `goalctl.yaml` could not be read, as `findings` then tell.

    `clock` is the machine's: it says when an entry is typed, whatever day things are seen from. `last_read` is the one
    plan that was read last, by its file. `account` says what was saved, and is told what happened on the way.
    """

    root: Path
    settings: Settings
    findings: tuple[Finding, ...] = field(default=())
    clock: Clock | None = None
    account: Account = field(default_factory=Account, compare=False, repr=False)
    last_read: dict[str, CasePlan] = field(default_factory=dict, init=False, compare=False, repr=False)

    def written(self) -> datetime | None:
        """When what is written now is written, in the practice's time zone; None where there is no clock."""
        return self.clock(self.settings.timezone) if self.clock else None

    def case(self, plan: Plan, *, today: date, recorded: date | None = None) -> Case:
        """Everything that follows from a plan, seen from that day; what that takes is imported only now.

        With `recorded` it is seen as it had been written by that day.
        """
        from goalctl.analysis.case import Case

        earlier, later = self.episodes_before(plan.client, plan.previous), self.episodes_after(plan)
        return Case.of(
            plan, self.forms, self.settings, today,
            earlier=plans_of(earlier), later=plans_of(later), now=self.today, recorded=recorded,
        )  # fmt: skip

    @property
    def today(self) -> date | None:
        """The day that it really is, whatever day things are seen from; None where there is no clock."""
        written = self.written()
        return written.date() if written else None

    def is_earlier(self, day: date) -> bool:
        """Whether things are seen from a day before the one that it really is."""
        return self.today is not None and day < self.today

    def episodes_before(self, client: str, previous: str | None) -> tuple[Episode, ...]:
        """The client's episodes before this one, the oldest first, as far as `previous` leads."""
        found: list[Episode] = []
        before, passed = previous, {client}
        while before and before not in passed:
            passed.add(before)
            found.insert(0, self._episode(before))
            episode = found[0].plan
            before = episode.previous if episode else None
        return tuple(found)

    def episodes_after(self, plan: Plan) -> tuple[Episode, ...]:
        """The client's episodes after this one, the oldest first; only a discharged client can have one."""
        found: dict[str, Episode] = {}
        after = self.next_episodes.get(plan.client) if plan.status == "discharged" else None
        while after and after != plan.client and after not in found:
            found[after] = self._episode(after)
            after = self.next_episodes.get(after)
        return tuple(found.values())

    @cached_property
    def next_episodes(self) -> Mapping[str, str]:
        """By client, the one whose plan names it as `previous`; found in the text, so that no plan is read for it."""
        named = ((PREVIOUS.search(text), client) for client, text in self._plan_texts())
        return {match[1].decode(): client for match, client in named if match}

    def _plan_texts(self) -> Iterator[tuple[str, bytes]]:
        for client, name in self._names.items():
            with suppress(UnreadableFileError):  # told where that file is read
                yield client, read_bytes(self.root / name, root=self.root, limit=MAX_BYTES)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """By client, the plan's file; listed once, for each plan in a folder may ask for another one."""
        return {file.client: file.name for file in scan(self.root).files}

    def look_anew(self) -> None:
        """After a write, what was found out of where plans lie and which follow them may be otherwise."""
        for found in ("next_episodes", "_names"):
            self.__dict__.pop(found, None)

    def _episode(self, client: str) -> Episode:
        from goalctl.model.plan import Plan

        name = f"{PLANS}/{client}{ENDING}"
        if not (self.root / name).is_file():  # plans may lie in folders
            name = self._names.get(client, name)
        return Episode(name, read_document(self.root / name, Plan, root=self.root).content)

    @cached_property
    def forms(self) -> FormShelf:
        """Every form by id, the practice's own over the shipped ones; each is read when it is first asked for."""
        from goalctl.workspace.store.own_forms import form_shelf  # most commands ask for no form

        return form_shelf(self.root / FORMS)


def plans_of(episodes: Iterable[Episode]) -> list[Plan]:
    """Those that can be read."""
    return [episode.plan for episode in episodes if episode.plan]


def previous_in(data: Value) -> str | None:
    """The earlier episode that the plain values of a plan name; None where they name no client."""
    named = fields_in(data).get("previous")
    try:
        return client_from(named) if isinstance(named, str) else None
    except ScalarError:
        return None


class BadSettingsError(GoalctlError):
    """The settings can't be read, so nothing may be written by them."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.where(SETTINGS)}: {finding.message}", finding.hint)


def practice_at(root: Path, clock: Clock | None = None, account: Account | None = None) -> Practice:
    """The workspace in that folder, with whatever is wrong with its settings as findings."""
    account = account or Account()
    document = read_document(root / SETTINGS, Settings, root=root)
    errors = tuple(errors_in(document.findings))
    if document.content is not None:
        return Practice(root, document.content, errors, clock, account)
    if len(errors) == 1 and errors[0].code == "E108":  # an empty file: every key has a default
        return Practice(root, Settings.unsaid(), clock=clock, account=account)
    return Practice(root, Settings.unsaid(), errors, clock, account)
