"""A memory brought up to date: what has changed in the folder of plans, and what was never asked for, is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from goalctl.model.finding import fault_of
from goalctl.workspace.memory.digest import digest_of
from goalctl.workspace.memory.fresh import Changes, changes_in, is_settled
from goalctl.workspace.memory.glance import Glance
from goalctl.workspace.memory.offered import OFFERED, offered_text
from goalctl.workspace.memory.parts import faults_body
from goalctl.workspace.memory.store import Store
from goalctl.workspace.memory.told import BESIDE, FOLDER, STRAYS, DatedInquiry
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.scan import PlanFile, Stamp, arranged, listed

if TYPE_CHECKING:
    from goalctl.workspace.memory.scan import Watched
    from goalctl.workspace.store.practice import Practice

Listing: TypeAlias = list[tuple[str, Stamp]]


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
        listing = listed(self.root)
        found = arranged(listing)
        plans = {file.name for file in found.files}
        beside = _digest([entry for entry in listing if entry[0] not in plans])
        others = self.store.value(BESIDE) != beside
        changes = changes_in(self.root, self.store.files(), found.files, self.moment, others=others)
        files, only = list(found.files), asked.inquiry.client
        if only is not None:
            wanted = client_file(found, only, exact=False)
            files, asked = changes.to_read_for(wanted, files), asked._replace(only=wanted.name)
        strays = faults_body(fault_of(name, finding) for name, finding in found.strays)
        self._take_note(changes, {STRAYS: strays, BESIDE: beside})
        if only is not None or not asked.is_known_of(self.store, plans):
            self._read(asked, files)
        if only is None and self.store.is_settled():
            self._note_all(file.name for file in found.files)
        return asked

    def _take_note(self, changes: Changes, beside: Mapping[str, str]) -> None:
        """What is not as it was; for nothing the file is left alone."""
        if changes.is_any or any(self.store.value(what) != value for what, value in beside.items()):
            with self.store.writing():
                self.store.change(changes.restamped, changes.gone, changes.stale)
                self.store.note({**beside, FOLDER: ""})

    def _read(self, asked: DatedInquiry, files: Iterable[PlanFile]) -> None:
        from goalctl.workspace.memory.facts import Work
        from goalctl.workspace.memory.scan import read_into

        work = Work(self.practice(), asked.inquiry.parts, asked.inquiry.today, asked.later)
        read_into(self.store, work, files, self.moment, self.watched)

    def _note_all(self, names: Iterable[str]) -> None:
        """That all is known as it was at the glance, if nothing can have changed since and look the same."""
        if self.glance is None or not is_settled((self.glance.latest, self.glance.latest, 0, 0), self.moment):
            return
        offered = offered_text(self.root, names, self.moment)
        if offered is not None:
            with self.store.writing():
                self.store.note({FOLDER: self.glance.digest, OFFERED: offered})


def _digest(listing: Listing) -> str:
    return digest_of(repr(listing).encode(errors="surrogateescape")).hex()
