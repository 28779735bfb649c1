"""What another clone did since, merged with what was done here: worked out before anything is touched."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from goalctl.analysis.history.kept import entries_not_kept
from goalctl.analysis.merge.left_out import left_out
from goalctl.documents.git_crypt import is_locked
from goalctl.documents.merge.pieces import NotUnitedError
from goalctl.model.finding import Value
from goalctl.model.joint import Clash, ClashChoice, ClashKind, Place
from goalctl.workspace.merge.files import (
    LockedHereError,
    is_of_library,
    is_plan,
    lines_of,
    merged,
    unreadable,
    unreadable_here,
)
from goalctl.workspace.merge.moves import by_former_names, data_of
from goalctl.workspace.merge.trees import FileThen, Met, Tree, changes, moves, trees
from goalctl.workspace.store.git.exchange import NoExchangeError, is_ancestor
from goalctl.workspace.store.git.repository import Repository
from goalctl.workspace.store.note import NOTES
from goalctl.workspace.store.practice import Practice

BEGUN_TWICE = "it was begun on both, as two different things: what was filled in by one is not for the other to read"


@dataclass(frozen=True, slots=True)
class FileClash:
    """A clash and the file it is in; with what either side has, and what git makes of both, for an editor.

    `loses` names by choice what the other side wrote down since, and what would not be there with it.
    """

    name: str
    clash: Clash
    mine: bytes
    theirs: bytes
    marked: bytes
    loses: Mapping[ClashChoice, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person has decided: by file, a choice for each clash, or the text that is to stand."""

    answers: dict[str, dict[Place, ClashChoice]] = field(default_factory=dict)
    texts: dict[tuple[str, bytes, bytes], bytes] = field(default_factory=dict)
    every: ClashChoice | None = None

    def of(self, name: str) -> Mapping[Place, ClashChoice]:
        """The answers about one file."""
        return self.answers.get(name, {})


@dataclass(frozen=True, slots=True)
class Incoming:
    """Two newest commits and what mine lacks, file by file; None: it is taken away. With clashes it is not complete.

    `moved` says of a file that they moved where it lies here.
    """

    mine: str
    theirs: str
    files: Mapping[str, tuple[str, str] | None] = field(default_factory=dict)
    clashes: tuple[FileClash, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        """Whether anything comes in."""
        return self.mine != self.theirs


def incoming(practice: Practice, mine: str, theirs: str, decided: Decided) -> Incoming:
    """What comes in when theirs is merged with mine; both are commits."""
    repository = Repository(practice.root)
    if not theirs or is_ancestor(repository, theirs, mine):
        return Incoming(mine, mine)
    base = repository.run("merge-base", mine, theirs).stdout.strip()
    if not base:
        said = "the record there and the one here have no common beginning"
        raise NoExchangeError(said, "clone the one that is right, and copy the plans of the other into it")
    return _Merging(practice, repository, decided).of(base, mine, theirs)


class _Merging:
    def __init__(self, practice: Practice, repository: Repository, decided: Decided) -> None:
        self.practice, self.repository, self.decided = practice, repository, decided
        self.prefix = repository.prefix
        self.files: dict[str, tuple[str, str] | None] = {}
        self.clashes: list[FileClash] = []

    def of(self, base: str, mine: str, theirs: str) -> Incoming:
        was, here, there = trees(self.repository, (base, mine, theirs), self.prefix)
        here, there = (by_former_names(was, one, other, self.content) for one, other in ((here, there), (there, here)))
        half_gone: list[Met] = []
        for change in changes(was, here, there):
            match change:
                case str():
                    self.files[change] = None
                case FileThen():
                    self.files[change.path] = (change.mode, change.blob)
                case Met():
                    self.meet(change)
                    half_gone += [change] if (change.mine is None) != (change.theirs is None) else []
        for met in half_gone:
            self.keep_notes(met, here, there)
        return Incoming(mine, theirs, self.files, tuple(self.clashes), moves(was, here, there))

    def meet(self, met: Met) -> None:
        """One file that both changed."""
        if met.known is None:
            return
        name, path = met.known.path.removeprefix(self.prefix), self.path(met)
        was, here, there = (self.content(file) for file in (met.ancestor, met.mine, met.theirs))
        if any(map(is_locked, (was, here, there))):
            raise LockedHereError(name)
        self.leave(met.mine, path)
        decided = self.decided.texts.get((name, here, there))
        if decided is None and not met.is_of_files:
            self.whole(name, path, met, (was, here, there))
        elif decided is None and self.may_be_two_clients(met, name):
            self.clashes.append(FileClash(name, Clash(ClashKind.BEGUN, (), None, None), here, there, here))
        else:
            lies = path.removeprefix(self.prefix)
            text = self.united((name, lies), was, here, there) if decided is None else decided
            self.put(FileThen(path, met.known.mode, ""), text, met.mine)

    def leave(self, mine: FileThen | None, path: str) -> None:
        """Take the file away from where it lies here, if that is not where it is to lie."""
        if mine and mine.path != path:
            self.files[mine.path] = None

    def may_be_two_clients(self, met: Met, name: str) -> bool:
        """Whether it is a plan that was begun on both sides, and nobody has said yet that both are of one client."""
        return met.ancestor is None and is_plan(name) and () not in self.decided.of(name)

    def put(self, file: FileThen, text: bytes | None, mine: FileThen | None) -> None:
        """A text that is to stand there; None while there are clashes in it. What is so here already does not come."""
        if text is not None:
            blob = self.repository.stored(text, file.path)
            if mine != FileThen(file.path, file.mode, blob):
                self.files[file.path] = (file.mode, blob)

    def path(self, met: Met) -> str:
        """Where it lies afterwards: where it was moved to."""
        was, here, there = (file.path if file else "" for file in (met.ancestor, met.mine, met.theirs))
        return there if there and (here == was or not here) else here

    def united(self, names: tuple[str, str], was: bytes, here: bytes, there: bytes) -> bytes | None:
        """The merged text; None while there are clashes in it. The names are those before and after the merge."""
        name, lies = names
        if not name.endswith(".yaml"):
            return self.lines(name, was, here, there, "")
        try:
            done = merged(self.practice, lies, was, here, there, self.decided.of(name))
        except NotUnitedError as error:
            return self.lines(name, was, here, there, error.message)
        if not was and is_of_library(name) and data_of(here) != data_of(there):  # its questions would be of both
            return self.lines(name, was, here, there, BEGUN_TWICE)
        before = data_of(was) if is_plan(name) and done.clashes else None
        self.clashes += [
            FileClash(name, clash, here, there, done.content, left_out(clash, before)) for clash in done.clashes
        ]
        return None if done.clashes else done.content

    def lines(self, name: str, was: bytes, here: bytes, there: bytes, why: str) -> bytes | None:
        """What has no meaning to go by is merged by lines; YAML is asked about, and `why` it is not merged by key."""
        text, is_clean = lines_of(self.repository, was, here, there)
        if is_clean and not name.endswith(".yaml"):
            return text
        mine, theirs = self._what_can_be_read(name, here, there)
        loses = _losses(was, here, there) if is_plan(name) else {}
        choice = self.decided.of(name).get(())
        if choice in {ClashChoice.MINE, ClashChoice.THEIRS} and choice not in loses:
            return here if choice is ClashChoice.MINE else there
        self.clashes.append(FileClash(name, Clash(ClashKind.FILE, (), mine, theirs, why=why), here, there, text, loses))
        return None

    def _what_can_be_read(self, name: str, here: bytes, there: bytes) -> Sequence[str | None]:
        """Of each side of a plan in words, from what is wrong with it; nothing where all can be read."""
        wrong_here, wrong_there = (unreadable(content) if is_plan(name) else "" for content in (here, there))
        if wrong_here and not wrong_there and self.decided.every is not ClashChoice.THEIRS:
            raise NoExchangeError(*unreadable_here(name, wrong_here))
        if not wrong_here and not wrong_there:
            return (None, None)
        return [f"can't be read, {wrong}" if wrong else "can be read" for wrong in (wrong_here, wrong_there)]

    def whole(self, name: str, path: str, met: Met, contents: tuple[bytes, bytes, bytes]) -> None:
        """A file that one side took away and the other changed, or that is a link."""
        _, here, there = contents
        loses = _losses(*contents) if is_plan(name) else {}
        choice = self.decided.of(name).get(())
        match None if choice in loses else choice:
            case ClashChoice.MINE:
                return
            case ClashChoice.THEIRS:
                self.files[path] = (met.theirs.mode, met.theirs.blob) if met.theirs else None
            case _:
                clash = Clash(ClashKind.REMOVED, (), "" if met.mine else None, "" if met.theirs else None)
                self.clashes.append(FileClash(name, clash, here, there, here or there, loses))

    def keep_notes(self, met: Met, here: Tree, there: Tree) -> None:
        """Long notes of a plan that stands after all, which went with it on the side that took it away."""
        path, kept, other = self.path(met), *((here, there) if met.mine else (there, here))
        if not is_plan(path.removeprefix(self.prefix)) or self.files.get(path, met.mine) is None:
            return
        notes = f"{self.prefix}{NOTES}/{PurePosixPath(path).stem}/"
        for file in (file for key, file in kept.items() if key not in other and file.path.startswith(notes)):
            if kept is there:
                self.files[file.path] = (file.mode, file.blob)
            else:
                self.files.pop(file.path, None)

    def content(self, file: FileThen | None) -> bytes:
        """What the file holds in a work tree."""
        if file is None:
            return b""
        return self.repository.feed(b"", "cat-file", "--filters", f"--path={file.path}", file.blob)


def joined(practice: Practice, come: Incoming, message: str) -> str:
    """The commit that has both pasts, on no branch yet; theirs itself where nothing was done here since."""
    repository = Repository(practice.root)
    if is_ancestor(repository, come.mine, come.theirs):
        return come.theirs
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        repository.feed(b"", "read-tree", come.mine, index=index)
        repository.feed(b"".join(_entries(come)), "update-index", "-z", "--index-info", index=index)
        made = repository.feed(b"", "write-tree", index=index).decode().strip()
    parents = ("-p", come.mine, "-p", come.theirs)
    return repository.feed(b"", "commit-tree", *parents, "-m", message, made).decode().strip()


def _entries(come: Incoming) -> Iterator[bytes]:
    gone = [path for path, file in come.files.items() if file is None]
    for path in gone:
        yield os.fsencode(f"0 {'0' * 40}\t{path}\0")
    for path, file in come.files.items():
        if file:
            yield os.fsencode(f"{file[0]} {file[1]}\t{path}\0")


def _losses(was: bytes, here: bytes, there: bytes) -> dict[ClashChoice, tuple[str, ...]]:
    """What would be gone with the whole file of one side; what that side took out itself is no loss.

    A side that took the file away knew what it held before, and nothing that the other wrote since.
    """
    before, mine, theirs = map(data_of, (was, here or was, there or was))
    given = {ClashChoice.MINE: (mine, theirs), ClashChoice.THEIRS: (theirs, mine)}
    found = {choice: tuple(_not_kept(before, *sides)) for choice, sides in given.items()}
    return {choice: lost for choice, lost in found.items() if lost}


def _not_kept(before: Value, taken: Value, other: Value) -> Iterator[str]:
    if taken is None or other is None:
        return
    meant = {one.message for one in entries_not_kept(before, taken, "")}
    for one in entries_not_kept(other, taken, ""):
        if one.message not in meant:
            yield one.message.partition(" is gone")[0].partition(" reads otherwise")[0]
