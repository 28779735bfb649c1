"""Asking about many plans at once: from memory where it knows, else from the plans, and the answer is the same.

Light as long as nothing has changed. Whatever is wrong with the memory, the question is answered without it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from goalctl.analysis.caseload.cover import Covering, coverings_of
from goalctl.model.finding import fault_of
from goalctl.model.scalars import duration_from
from goalctl.workspace.memory.answer import Answer, Inquiry, SettingsBrief
from goalctl.workspace.memory.glance import Glance, glance_at
from goalctl.workspace.memory.key import key_of
from goalctl.workspace.memory.parts import Part, faults_body, faults_from, written
from goalctl.workspace.memory.store import KEY, OvertakenError, Store
from goalctl.workspace.memory.told import FOLDER, STRAYS, TOLD, DatedInquiry
from goalctl.workspace.store.root import MEMORY, PLANS, SETTINGS

if TYPE_CHECKING:
    from pathlib import Path

    from goalctl.workspace.memory.facts import Facts
    from goalctl.workspace.memory.scan import Watched
    from goalctl.workspace.store.git.commit import CommittedCaseload
    from goalctl.workspace.store.practice import Clock, Practice


def _as_they_come(facts: Iterable[Facts], _total: int) -> Iterable[Facts]:
    return facts


class Memory:
    """What can be asked of one workspace. Without `remembers` nothing is kept, and nothing that was kept is used.

    `watched` goes through what has to be read, and may show how far it has come. The clock is the machine's. It is kept
    in the file of that name.
    """

    def __init__(
        self,
        root: Path,
        clock: Clock | None = None,
        *,
        remembers: bool = True,
        watched: Watched = _as_they_come,
        name: str = MEMORY,
    ) -> None:
        self.root, self.clock, self.remembers, self.watched = root, clock, remembers, watched
        self.name = name

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
        return Store.of(self.root, name=self.name) if self.remembers else None

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
        asked = DatedInquiry(_asked_of_then(inquiry, now), settings, max(inquiry.today, now))
        moment = store.moment()
        glance = glance_at(self.root / PLANS) if moment else None
        with store.reading():
            if store.value(KEY) == self._key and _is_as_it_was(store, glance, asked):
                return asked.told(store)
        store.begin(self._key, {TOLD: _settings_text(settings)})
        asked = self._brought_up_to_date(store, asked, glance, moment)
        with store.reading():
            if store.value(KEY) != self._key or not asked.is_known(store):
                raise OvertakenError
            return asked.told(store)

    def _brought_up_to_date(
        self, store: Store, asked: DatedInquiry, glance: Glance | None, moment: int
    ) -> DatedInquiry:
        from goalctl.workspace.memory.upkeep import Upkeep

        return Upkeep(self.root, store, lambda: self._practice, self.watched, glance, moment).of(asked)


def answer_of_commit(then: CommittedCaseload, inquiry: Inquiry) -> Answer:
    """The same as a commit has it; every plan is read anew, and nothing is remembered."""
    from goalctl.workspace.memory.facts import Work, facts_in
    from goalctl.workspace.store.clients import client_file

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
        return DatedInquiry(asked, settings_brief(then.practice), later, wanted.name if wanted else "").told(store)


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


def _is_as_it_was(store: Store, glance: Glance | None, asked: DatedInquiry) -> bool:
    """Whether nothing has changed since all that is asked of all files was known."""
    if glance is None or asked.inquiry.client is not None:
        return False
    return store.value(FOLDER) == glance.noted() and asked.is_known(store)
