"""A memory brought up to date: what has changed in the folder of plans, and what was never asked for, is read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from goalctl.model.finding import Finding, fault_of
from goalctl.workspace.memory.digest import digest_of
from goalctl.workspace.memory.fresh import NOTHING_CHANGED, Changes, Known, changes_in, is_settled
from goalctl.workspace.memory.glance import ChangedDrawers, Glance, reopened
from goalctl.workspace.memory.offered import OFFERED, offered_text
from goalctl.workspace.memory.parts import faults_body
from goalctl.workspace.memory.store import Store
from goalctl.workspace.memory.told import BESIDE, COMPARED, FOLDER, STRAYS, DatedInquiry
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.root import PLANS
from goalctl.workspace.store.scan import PlanFile, Scan, Stamp, arranged, listed, meant_for, stamp_of

if TYPE_CHECKING:
    from goalctl.workspace.memory.scan import Watched
    from goalctl.workspace.store.practice import Practice


class _Seen(NamedTuple):
    """What has changed, what is to be noted of it, and the client and file that were meant, if it was not all."""

    changes: Changes
    notes: Mapping[str, str]
    client: str = ""
    file: str = ""


class Upkeep(NamedTuple):
    """What is brought up to date with what, and what was seen at which moment of the disk's clock before it began.

    `watched` goes through what has to be read.
    """

    root: Path
    store: Store
    practice: Callable[[], Practice]
    watched: Watched
    glance: Glance | None
    moment: int

    def of(self, asked: DatedInquiry) -> DatedInquiry:
        """Let the store know all that is asked; of one client only what belongs to them is read."""
        seen = self._a_few(asked.inquiry.client) or self._all(asked.inquiry.client)
        self._take_note(seen.changes, seen.notes)
        if seen.file:
            asked, clients = asked._replace(only=seen.file), seen.changes.clients_to_read_for(seen.client)
            if len(clients) > 1 or not asked.is_known(self.store):
                self._read(asked, clients)
            return asked
        if not asked.is_known(self.store):
            self._read(asked)
        self._note_all()
        return asked

    def _a_few(self, client: str | None) -> _Seen | None:
        """By the drawers that are not as they were; None where more may have changed than the plans in them.

        What may be another file of a plan is told of by what both say, and what lies beside by the names of all plans.
        """
        noted, wanted = self.store.value(FOLDER), self._file_of(client)
        changed = self._changed_since(noted)
        if changed is None or wanted is None:
            return None
        known = self.store.files(changed.numbers)
        if {f"{PLANS}/{name}" for name in changed.names} != known.keys() or len(known) != changed.number_then:
            return None  # something else is in them, or was
        try:
            files = [PlanFile(row.client, row.name, stamp_of(self.root / row.name)) for row in known.values()]
        except OSError:  # one is gone
            return None
        changes = changes_in(self.root, Known(known, self.store.links()), files, self.moment, others=False)
        notes = {FOLDER: reopened(noted, changed.numbers)} if changes.is_any else {}
        return _Seen(changes, notes, client or "", wanted)

    def _changed_since(self, noted: str) -> ChangedDrawers | None:
        if self.glance is None or self.store.value(COMPARED) or not self.store.value(BESIDE):
            return None
        return self.glance.changed_since(noted)

    def _file_of(self, client: str | None) -> str | None:
        """The file of the client that is asked about, empty if it is about all; None where it is not known."""
        names = [""] if client is None else self.store.names(client)
        return names[0] if len(names) == 1 else None

    def _all(self, client: str | None) -> _Seen:
        listing = listed(self.root)
        found = arranged(listing.entries)
        plans = {file.name for file in found.files}
        beside = _digest([entry for entry in listing.entries if entry[0] not in plans])
        others = self.store.value(BESIDE) != beside
        known = Known(self.store.files(), self.store.links())
        changes = changes_in(self.root, known, found.files, self.moment, others=others)
        strays = faults_body(fault_of(name, finding) for name, finding in self._strays_of(found))
        is_compared = listing.has_copies or _is_any_compared(found)
        notes = {STRAYS: strays, BESIDE: beside, COMPARED: "some" if is_compared else ""}
        if changes.is_any or self._differs(notes):
            notes[FOLDER] = ""
        if client is None:
            return _Seen(changes, notes)
        wanted = client_file(found, client, exact=False)
        return _Seen(changes, notes, wanted.client, wanted.name)

    def _strays_of(self, found: Scan) -> Iterable[tuple[str, Finding]]:
        if not found.strays:
            return ()
        from goalctl.workspace.store.stray_risk import with_risk_told  # slow to load, and few have any

        return with_risk_told(self.practice(), found).strays

    def _take_note(self, changes: Changes, notes: Mapping[str, str]) -> None:
        """What is not as it was; for nothing the file is left alone."""
        if changes.is_any or self._differs(notes):
            with self.store.writing():
                self.store.change(changes.restamped, changes.new, changes.gone)
                self.store.forget_parts(changes.stale)
                self.store.note(notes)

    def _differs(self, notes: Mapping[str, str]) -> bool:
        """Whether anything else is noted."""
        return any(self.store.value(what) != value for what, value in notes.items())

    def _read(self, asked: DatedInquiry, only: Collection[str] | None = None) -> None:
        from goalctl.workspace.memory.facts import Work
        from goalctl.workspace.memory.scan import read_into

        work = Work(self.practice(), asked.inquiry.parts, asked.inquiry.today, asked.later)
        read_into(self.store, work, self.moment, self.watched, only=only)

    def _note_all(self) -> None:
        """How the folder was at the glance, but for the drawers in which something may change and look the same."""
        if self.glance is None:
            return
        latest = ((n, drawer.latest) for n, drawer in enumerate(self.glance.drawers))
        moving = {n for n, time in latest if not is_settled((time, time, 0, 0), self.moment)}
        left_open = moving | self.store.open_drawers()
        offered = None if left_open else offered_text(self.root, self.store.names(), self.moment)
        notes = {} if offered is None else {OFFERED: offered}
        if not notes and not left_open:  # the folder itself has just changed: next time somebody looks again
            left_open = {0}
        self._take_note(NOTHING_CHANGED, {FOLDER: self.glance.noted(left_open), **notes})


def _is_any_compared(found: Scan) -> bool:
    """Whether a stray is told of by what the plan says that it may be a part of."""
    clients = {file.client for file in found.files} if found.strays else ()
    return any(meant_for(name) in clients for name, _ in found.strays)


def _digest(listing: list[tuple[str, Stamp]]) -> str:
    return digest_of(repr(listing).encode(errors="surrogateescape")).hex()
