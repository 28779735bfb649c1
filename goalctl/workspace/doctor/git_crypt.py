"""What git-crypt is to lock: whether this clone can do it, and what is in git in plain text all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from goalctl.analysis.figures import counted
from goalctl.workspace.doctor.trouble import NotMendedError, Trouble, named
from goalctl.workspace.store.git.filters import plain_in_list, plain_in_past, would_go_plain
from goalctl.workspace.store.git.repository import Repository
from goalctl.workspace.store.transaction.everything import OURS, own_files

WORDS = "committed in plain text, though git-crypt is to lock"


def locking_troubles(repository: Repository) -> Iterator[Trouble]:
    """Everything about files that are to be locked; nothing where no attribute asks for it."""
    why = would_go_plain(repository, own_files(repository))
    if why:
        what, _, way = why.partition("; ")
        yield Trouble(".git/config", what, way)
    plain = plain_in_list(repository, OURS)
    if plain and why:
        yield Trouble(
            plain[0], f"{WORDS} {_them(plain)}: {named(plain)}", "unlock this clone, then: goalctl doctor --fix"
        )
    elif plain:
        what = f"{WORDS} {_them(plain)}: {named(plain)}"
        yield Trouble(plain[0], what, "--fix commits them locked", partial(_lock, repository, plain))
    if once := [name for name in plain_in_past(repository, "--all") if name not in plain]:
        what = f"{counted(len(once), 'file')} in plain text in earlier commits: {named(once)}"
        mend = "whoever has them can read them; only a new repository is without them: examples/clinic/leaver.sh"
        yield Trouble(".git", what, mend, matters=False)


def _them(names: Sequence[str]) -> str:
    return "it" if len(names) == 1 else "them"


def _lock(repository: Repository, names: Sequence[str]) -> str:
    """Through the filter once more, which git passes over for a file that has not changed."""
    repository.change("add", "--renormalize", "--", *names)
    why = repository.commit(names, f"{counted(len(names), 'file')} locked")
    if why or plain_in_list(repository, names):
        raise NotMendedError(why or "git still has them in plain text", "git-crypt status -f")
    return f"committed locked; earlier commits still have {_them(names)} in plain text"
