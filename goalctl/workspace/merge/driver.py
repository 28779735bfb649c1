"""Git's merge driver: three files that git has laid out, the second of which takes what comes of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from goalctl.documents.merge.pieces import NotUnitedError
from goalctl.documents.merge.texts import MergedFile
from goalctl.documents.save import save
from goalctl.documents.stops import without_stops
from goalctl.workspace.merge.files import merged
from goalctl.workspace.store.account import Account
from goalctl.workspace.store.git.repository import Repository
from goalctl.workspace.store.practice import practice_at
from goalctl.workspace.store.root import find_root


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What git calls a driver with: the ancestor, this side and the other in files, and the name of what they are."""

    ancestor: Path
    mine: Path
    theirs: Path
    name: Path

    def merge(self, account: Account) -> MergedFile:
        """Merge them by meaning into the file of this side; with NotUnitedError it holds what git's own merge makes."""
        root = find_root(self.name.absolute().parent)
        was, here, there = (path.read_bytes() for path in (self.ancestor, self.mine, self.theirs))
        try:
            done = merged(practice_at(root), self.name.absolute().relative_to(root).as_posix(), was, here, there)
        except NotUnitedError:
            self._keep(Repository(root).merged_lines(self.mine, self.ancestor, self.theirs)[0], account)
            raise
        self._keep(done.content, account)
        return done

    def _keep(self, content: bytes, account: Account) -> None:
        path = self.mine.absolute()
        with without_stops():
            save(path, content, root=path.parent)
            account.note(path.name)
