"""Files that git is told to keep otherwise than they lie in the folder, as git-crypt locks them on their way in.

Where that is not set up, or came too late, they are in git in plain text, and whoever has a clone can read them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from goalctl.documents.git_crypt import UNLOCK, is_locked

if TYPE_CHECKING:
    from goalctl.workspace.store.git.repository import Repository

GIT_CRYPT = "git-crypt"
_NONE = frozenset({"unspecified", "unset", "set"})
_AT_ONCE = 500
_LONGEST_MARK = 64


def filters_of(repository: Repository, names: Iterable[str]) -> dict[str, str]:
    """By name, the filter that a file is to go through; nothing of one that goes into git as it is."""
    given = "".join(f"{name}\0" for name in dict.fromkeys(names)).encode(errors="surrogateescape")
    said = repository.feed(given, "check-attr", "-z", "--stdin", "filter") if given else b""
    words = said.decode(errors="surrogateescape").split("\0")
    return {name: value for name, value in zip(words[::3], words[2::3], strict=False) if value not in _NONE}


def is_set_up(repository: Repository, name: str) -> bool:
    """Whether this clone's git knows how to put files through the filter; where not, it takes them as they are."""
    return any(repository.run("config", f"filter.{name}.{way}").stdout.strip() for way in ("clean", "process"))


def would_go_plain(repository: Repository, names: Sequence[str]) -> str:
    """Why these files can't be committed: one of them would go into git in plain text. Empty when none would."""
    for name, through in filters_of(repository, names).items():
        if not is_locked_here(repository.root / name) and not is_set_up(repository, through):
            way = UNLOCK if through == GIT_CRYPT else f"set up filter.{through} in this clone, or ask who keeps it"
            return f"{name} would go into git in plain text: this clone's git can't lock it ({through}); {way}"
    return ""


def is_locked_here(path: Path) -> bool:
    """Whether the file is locked as it lies there; one that is gone has nothing to lock."""
    if not path.is_file():
        return True
    with path.open("rb") as file:
        return is_locked(file.read(_LONGEST_MARK))


def plain_in_list(repository: Repository, names: Sequence[str]) -> list[str]:
    """The files that git has in plain text, committed or about to be, though git-crypt is to lock them."""
    blobs = _blobs(repository, names)
    meant = [name for name, through in filters_of(repository, blobs).items() if through == GIT_CRYPT]
    plain = _plain(repository, {blobs[name] for name in meant})
    return [name for name in meant if blobs[name] in plain]


def plain_in_past(repository: Repository, *revisions: str) -> list[str]:
    """The files, from the workspace on, that some of these commits have in plain text though they are to be locked."""
    listed = repository.feed(b"", "rev-list", "--objects", *revisions).decode(errors="surrogateescape")
    prefix = repository.prefix
    found = [line.partition(" ")[::2] for line in listed.splitlines()]
    ours = [(blob, path.removeprefix(prefix)) for blob, path in found if path and path.startswith(prefix)]
    through = filters_of(repository, (name for _, name in ours))
    meant = [(blob, name) for blob, name in ours if through.get(name) == GIT_CRYPT]
    plain = _plain(repository, {blob for blob, _ in meant})
    return sorted({name for blob, name in meant if blob in plain})


def _blobs(repository: Repository, names: Sequence[str]) -> dict[str, str]:
    """Git's list, by name from the workspace on."""
    lines = repository.run("ls-files", "--stage", "-z", "--", *names).stdout.split("\0")
    return {name: facts.split()[1] for facts, _, name in (line.partition("\t") for line in lines) if name}


def _plain(repository: Repository, blobs: Iterable[str]) -> set[str]:
    """Those whose content is not locked, and not empty, which git-crypt leaves alone."""
    names = sorted(blobs)
    parts = (names[at : at + _AT_ONCE] for at in range(0, len(names), _AT_ONCE))
    return {
        name for part in parts for name, content in _contents(repository, part) if content and not is_locked(content)
    }


def _contents(repository: Repository, objects: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Every file among the objects, with its beginning."""
    text = repository.feed("".join(f"{name}\n" for name in objects).encode(), "cat-file", "--batch")
    at = 0
    while at < len(text):
        start = text.index(b"\n", at) + 1
        name, kind, size = text[at : start - 1].decode().split()
        if kind == "blob":
            yield name, text[start : start + min(int(size), _LONGEST_MARK)]
        at = start + int(size) + 1
