"""Asking about many plans at once: from memory where it knows, else from the plans, and the answer is the same.

Light as long as nothing has changed. Whatever is wrong with the memory, the question is answered without it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from goalctl.analysis.caseload.cover import Covering, coverings_of
from goalctl.analysis.caseload.reason import due_reasons
from goalctl.analysis.caseload.standing import Standing
from goalctl.analysis.due.deadline import Deadline
from goalctl.model.finding import fault_of
from goalctl.model.scalars import duration_from
from goalctl.workspace.memory.answer import Answer, Inquiry, PlanBrief, SettingsBrief
from goalctl.workspace.memory.fresh import Changes, changes_in, digest_of
from goalctl.workspace.memory.key import key_of
from goalctl.workspace.memory.parts import (
    Part,
    deadline_from,
    faults_body,
    faults_from,
    reasons_from,
    risk_from,
    standing_from,
    written,
)
from goalctl.workspace.memory.store import Days, Store
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.root import SETTINGS
from goalctl.workspace.store.scan import PlanFile, Stamp, arranged, listed

if TYPE_CHECKING:
    from goalctl.workspace.memory.facts import Facts
    from goalctl.workspace.memory.scan import Watched
    from goalctl.workspace.store.git.commit import CommittedCaseload
    from goalctl.workspace.store.practice import Clock, Practice

KEY, TOLD, FOLDER, STRAYS, BESIDE = "key", "settings", "folder", "strays", "beside"
Listing: TypeAlias = list[tuple[str, Stamp]]
T = TypeVar("T")


class OvertakenError(sqlite3.Error):
    """Another process has written to the memory since this one brought it up to date."""


def _as_they_come(facts: Iterable[Facts], _total: int) -> Iterable[Facts]:
    return facts


@dataclass
class Memory:
    """What can be asked of one workspace. Without `remembers` nothing is kept, and nothing that was kept is used.

    `watched` goes through what has to be read, and may show how far it has come. The clock is the machine's.
    """

    root: Path
    clock: Clock | None = None
    remembers: bool = True
    watched: Watched = field(default=_as_they_come)

    @cached_property
    def settings(self) -> SettingsBrief:
        """The settings in brief."""
        store = self._store
        try:
            told = store.value(TOLD) if store and store.value(KEY) == self._key else ""
            return _settings_from(told) if told else settings_brief(self._practice)
        except (sqlite3.Error, ValueError, TypeError) as error:
            self._give_up(error)
            return settings_brief(self._practice)

    def answer(self, inquiry: Inquiry) -> Answer:
        """The answer as the files are now."""
        settings = self.settings
        try:
            if self._store is not None:
                return self._answer(self._store, inquiry, settings)
        except (sqlite3.Error, OSError, ValueError, TypeError, KeyError) as error:
            self._give_up(error)
        finally:
            self.close()
        with closing(Store.for_once()) as once:
            return self._answer(once, inquiry, settings)

    def close(self) -> None:
        """Let go of what is kept; the next question opens it again."""
        if self.__dict__.get("_store"):
            self.__dict__.pop("_store").close()

    @cached_property
    def _store(self) -> Store | None:
        return Store.of(self.root) if self.remembers else None

    def _give_up(self, error: Exception) -> None:
        """Do without what is kept, whatever is wrong with it."""
        if self._store is not None:
            self._store.close(error)
        self._store = None

    @cached_property
    def _key(self) -> str:
        return key_of(self.root)

    @cached_property
    def _practice(self) -> Practice:
        from goalctl.workspace.store.practice import practice_at

        return practice_at(self.root, self.clock)

    def _answer(self, store: Store, inquiry: Inquiry, settings: SettingsBrief) -> Answer:
        now = self.clock(settings.timezone).date() if self.clock else inquiry.today
        asked = _Asked(_asked_of_then(inquiry, now), settings, max(inquiry.today, now))
        moment, listing = store.moment(), listed(self.root)
        if store.value(KEY) != self._key:
            with store.writing():
                store.clear()
                store.note({KEY: self._key, TOLD: _settings_text(settings)})
        if inquiry.client is not None or store.value(FOLDER) != _digest(listing) or not asked.is_known_of_all(store):
            asked = self._bring_up_to_date(store, asked, listing, moment)
        with store.reading():
            if store.value(KEY) != self._key:
                raise OvertakenError
            return asked.told(store)

    def _bring_up_to_date(self, store: Store, asked: _Asked, listing: Listing, moment: int) -> _Asked:
        """Read what has changed and what was never asked for; of one client only what belongs to them."""
        found = arranged(listing)
        plans = {file.name for file in found.files}
        beside = _digest([entry for entry in listing if entry[0] not in plans])
        changes = changes_in(self.root, store.files(), found.files, moment, others=store.value(BESIDE) != beside)
        files, only = list(found.files), asked.inquiry.client
        if only is not None:
            wanted = client_file(found, only, exact=False)
            files, asked = changes.to_read_for(wanted, files), asked._replace(only=wanted.name)
        strays = faults_body(fault_of(name, finding) for name, finding in found.strays)
        self._take_note(store, changes, {STRAYS: strays, BESIDE: beside})
        if only is not None or not asked.is_known_of(store, plans):
            self._read(store, asked, files, moment)
        if only is None and store.is_settled():
            self._note_all(store, listing, found.files, moment)
        return asked

    def _note_all(self, store: Store, listing: Listing, files: Iterable[PlanFile], moment: int) -> None:
        from goalctl.workspace.memory.offered import OFFERED, offered_text

        offered = offered_text(self.root, (file.name for file in files), moment)
        if offered is not None:
            with store.writing():
                store.note({FOLDER: _digest(listing), OFFERED: offered})

    def _take_note(self, store: Store, changes: Changes, beside: Mapping[str, str]) -> None:
        """What is not as it was; for nothing the file is left alone."""
        if changes.is_any or any(store.value(what) != value for what, value in beside.items()):
            with store.writing():
                store.change(changes.restamped, changes.gone, changes.stale)
                store.note({**beside, FOLDER: ""})

    def _read(self, store: Store, asked: _Asked, files: list[PlanFile], moment: int) -> None:
        from goalctl.workspace.memory.facts import Work
        from goalctl.workspace.memory.scan import read_into

        work = Work(self._practice, asked.inquiry.parts, asked.inquiry.today, asked.later)
        read_into(store, work, files, moment, self.watched)


class _Asked(NamedTuple):
    """A question with what it is asked on: the later of its day and the day it really is, and the only file meant."""

    inquiry: Inquiry
    settings: SettingsBrief
    later: date
    only: str = ""

    @property
    def days(self) -> Days:
        """The days as a store has them."""
        return Days(self.inquiry.today.isoformat(), self.later.isoformat())

    def is_known_of(self, store: Store, names: Collection[str]) -> bool:
        """Whether the store knows every part of these files."""
        return all(store.covered(part.value, self.days) >= set(names) for part in self.inquiry.parts)

    def is_known_of_all(self, store: Store) -> bool:
        """Whether it does of every file that it has."""
        number = store.number_of_files()
        return all(store.number_covered(part.value, self.days) == number for part in self.inquiry.parts)

    def told(self, store: Store) -> Answer:
        """What the store holds."""
        is_known = self.is_known_of(store, [self.only]) if self.only else self.is_known_of_all(store)
        if not is_known:
            raise OvertakenError
        strays = () if self.only else faults_from(store.value(STRAYS) or "[]")
        return Answer(self.inquiry.today, self.settings, tuple(self._briefs(store)), strays)

    def _briefs(self, store: Store) -> Iterator[PlanBrief]:
        parts = self.inquiry.parts
        deadlines = self._rows(store, Part.DUE, deadline_from, self.inquiry.until) if Part.DUE in parts else {}
        risk = self._rows(store, Part.RISK, lambda _, body: risk_from(body)) if Part.RISK in parts else {}
        uses = self._rows(store, Part.BANK, lambda _, body: body) if Part.BANK in parts else {}
        standings = self._standings(store, deadlines) if Part.STANDING in parts else {}
        then = dict(store.bodies(Part.PEOPLE.value, self.days)) if Part.PEOPLE in parts else {}
        for name, client, now, over_them, faults in store.people(self.only):
            whose = json.loads(then[name]) if name in then else None
            if whose is False:
                continue
            clinician, supervisor = whose or (now, over_them)
            yield PlanBrief(
                client, clinician, supervisor, faults_from(faults), tuple(deadlines.get(name, ())),
                tuple(risk.get(name, ())), standings.get(name), tuple(uses.get(name, ())),
            )  # fmt: skip

    def _rows(
        self, store: Store, part: Part, read: Callable[[str, str], T], until: date = date.max
    ) -> dict[str, list[T]]:
        found: dict[str, list[T]] = {}
        for name, day, body in store.rows(part.value, self.days, until.isoformat()):
            found.setdefault(name, []).append(read(day, body))
        return found

    def _standings(self, store: Store, deadlines: Mapping[str, Iterable[Deadline]]) -> dict[str, Standing | None]:
        """How each plan stands, with the reasons that come from risk and from what is due, if these are asked for."""
        told = store.bodies(Part.RISK.value, self.days) if Part.RISK in self.inquiry.parts else ()
        risk = {name: reasons_from(json.loads(body)) for name, body in told}
        within, today = self.settings.due_within, self.inquiry.today
        found: dict[str, Standing | None] = {}
        for name, body in store.bodies(Part.STANDING.value, self.days):
            due = due_reasons(deadlines.get(name, ()), within, today=today)
            found[name] = standing_from(body, [*risk.get(name, ()), *due])
        return found


def answer_of_commit(then: CommittedCaseload, inquiry: Inquiry) -> Answer:
    """The same as a commit has it; every plan is read anew, and nothing is remembered."""
    from goalctl.workspace.memory.facts import Work, facts_in

    files, now = then.scan.files, then.practice.today
    wanted = client_file(then.scan, inquiry.client, exact=False) if inquiry.client is not None else None
    later = max(inquiry.today, now or inquiry.today)
    asked = _asked_of_then(inquiry, later)
    work = Work(then.practice, asked.parts, asked.today, later)
    with closing(Store.for_once()) as store:
        for file in [wanted] if wanted else files:
            facts = facts_in(work, then.case(file), b"")
            store.keep(facts.file, facts.parts)
        store.note({STRAYS: faults_body(fault_of(name, finding) for name, finding in then.scan.strays)})
        return _Asked(asked, settings_brief(then.practice), later, wanted.name if wanted else "").told(store)


def _asked_of_then(inquiry: Inquiry, now: date) -> Inquiry:
    """The question; of an earlier day it is asked, too, whose each plan was then, and whether it was there."""
    return inquiry._replace(parts=(*inquiry.parts, Part.PEOPLE)) if inquiry.today < now else inquiry


def settings_brief(practice: Practice) -> SettingsBrief:
    """The settings that listings need, and what is wrong with them."""
    faults = tuple(fault_of(SETTINGS, finding) for finding in practice.findings)
    return SettingsBrief(
        practice.settings.timezone, practice.settings.due_within, faults, coverings_of(practice.settings)
    )


def _settings_text(settings: SettingsBrief) -> str:
    covers = [[one.of, one.by, one.first.isoformat(), one.last.isoformat()] for one in settings.covers]
    return written([settings.timezone, str(settings.due_within), faults_body(settings.faults), covers])


def _settings_from(text: str) -> SettingsBrief:
    timezone, within, faults, told = json.loads(text)
    days = ((of, by, date.fromisoformat(first), date.fromisoformat(last)) for of, by, first, last in told)
    covers = tuple(Covering(*cover) for cover in days)
    return SettingsBrief(timezone, duration_from(within), faults_from(faults), covers)


def _digest(listing: Listing) -> str:
    return digest_of(repr(listing).encode(errors="surrogateescape")).hex()
