"""Git's merge driver: three files that git has laid out, the second of which takes what comes of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from goalctl.documents.git_crypt import is_locked
from goalctl.documents.merge.pieces import NotUnitedError
from goalctl.documents.merge.texts import MergedFile
from goalctl.documents.save import save
from goalctl.documents.stops import without_stops
from goalctl.model.joint import Clash, ClashKind
from goalctl.workspace.merge.files import LockedHereError, is_plan, lines_of, merged
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
        """Merge them by meaning into the file of this side; with NotUnitedError it holds what git's own merge makes.

        Git hands over what it has: of a record that git-crypt locks that is unlocked here, and locked again.
        """
        root = find_root(self.name.absolute().parent)
        name, repository = self.name.absolute().relative_to(root).as_posix(), Repository(root)
        given = [path.read_bytes() for path in (self.ancestor, self.mine, self.theirs)]
        path = repository.path_from_top(name) if any(map(is_locked, given)) else ""
        was, here, there = (repository.read_as(content, path) for content in given)
        if any(map(is_locked, (was, here, there))):
            raise LockedHereError(name, "git merge --abort, ")
        try:
            done = merged(practice_at(root), name, was, here, there)
        except NotUnitedError:
            self._keep(repository, lines_of(repository, was, here, there)[0], path, account)
            raise
        self._keep(repository, done.content, path, account)
        if is_plan(name) and not was and here != there:
            return replace(done, clashes=(Clash(ClashKind.BEGUN, (), None, None), *done.clashes))
        return done

    def _keep(self, repository: Repository, content: bytes, locked_as: str, account: Account) -> None:
        mine = self.mine.absolute()
        given_back = repository.content_of(repository.stored(content, locked_as)) if locked_as else content
        with without_stops():
            save(mine, given_back, root=mine.parent)
            account.note(mine.name)
