"""Why git does not take a change up: the true cause, and the way out for somebody who does not know git.

One sentence each, `cause; way out`. Nothing is mended here: that is for `goalctl doctor --fix`.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from goalctl.documents.file_errors import reason_and_hint
from goalctl.workspace.store.git.notes import text_at

if TYPE_CHECKING:
    from goalctl.workspace.store.git.repository import Repository

BRANCH = "ref: "
_COMMIT = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
UNFINISHED = {
    "rebase-merge": "finish it with git rebase --continue, or give it up with git rebase --abort",
    "rebase-apply": "finish it with git rebase --continue, or give it up with git rebase --abort",
    "MERGE_HEAD": "finish it with git commit, or give it up with git merge --abort",
    "CHERRY_PICK_HEAD": "finish it with git cherry-pick --continue, or give it up with git cherry-pick --abort",
    "REVERT_HEAD": "finish it with git revert --continue, or give it up with git revert --abort",
    "BISECT_LOG": "end the search with git bisect reset",
}
"""What git notes while something is going on, and the ways out of it; a rebase notes what it picks, too."""
STALE_AFTER_SECONDS = 60.0  # our own: no commit of a few small files takes that long
DOCTOR = "goalctl doctor --fix mends it"
KEPT = "the change is saved, and committed with the next one that git takes"

NOT_INSTALLED = "git is not installed"
_NOT_IN_GIT = "this folder is not in a git repository"

_NOTHING = ("nothing to commit", "nothing added to commit", "no changes added to commit")
_SAID = (
    ((NOT_INSTALLED,), f"{NOT_INSTALLED}; install git, or set commit: false in goalctl.yaml"),
    (
        ("tell me who you are", "empty ident", "identity unknown", "unable to auto-detect email", "no email was given"),
        (
            'git does not know who you are; tell it once: git config --global user.name "Your Name", then git config'
            " --global user.email you@example.org"
        ),
    ),
    (
        ("dubious ownership", "unsafe repository"),
        (
            "the folder belongs to another user of this computer, so git does not trust it; if it is yours, take it"
            " over (sudo chown -R), or ask whoever looks after this computer"
        ),
    ),
    (
        ("insufficient permission", "permission denied"),
        (
            "git may not write into its own folder .git, where files belong to somebody else; ask whoever looks after"
            " this computer to give them back to you"
        ),
    ),
    (("no space left", "disk quota"), f"the disk is full; free some space: {KEPT}"),
    (("read-only file system",), f"the disk is read-only; make it writable: {KEPT}"),
    (
        ("gpg failed", "failed to sign", "signing failed"),
        f"git is told to sign and could not; mend its key, or git config commit.gpgsign false: {KEPT}",
    ),
    (
        ("would be replaced by",),
        f"git is told to refuse a file whose line ends it would change; git config core.safecrlf false: {KEPT}",
    ),
    (
        ("must be run in a work tree",),
        f"git takes this for a folder without files of its own; git config core.bare false: {KEPT}",
    ),
    (
        ("index file corrupt", "index file smaller", "bad signature 0x", "bad index file", "index uses"),
        f"git's list of files (.git/index) is damaged, which no plan suffers from; {DOCTOR}",
    ),
    (
        ("bad object", "bad tree", "unable to read", "loose object", "is corrupt", "invalid object", "missing blob"),
        "git's store is damaged, the plans themselves are not; copy the folder to another disk, then goalctl doctor",
    ),
)


def in_the_way(repository: Repository) -> str:
    """Why nothing can be committed at all, whatever the file; empty when git is ready."""
    folder = repository.folder
    if folder is None:
        return _no_repository(repository)
    if _broken_branch(repository, folder):
        return f"git's note of its newest commit is damaged, and the plans are not; {DOCTOR}"
    if way := next((way for name, way in UNFINISHED.items() if (folder / name).exists()), ""):
        return f"a merge or rebase is going on, begun outside goalctl; {way}: {KEPT}"
    return no_branch(folder)


def no_branch(folder: Path) -> str:
    """Why no branch is known to be checked out; empty when one is."""
    try:
        head = (folder / "HEAD").read_text(encoding="utf-8", errors="replace")
    except OSError as cause:  # a sick disk is no old state
        return f"git's note of where it stands (.git/HEAD) could not be read: {reason_and_hint(cause)[0]}; {KEPT}"
    if head.startswith(BRANCH):
        return ""
    return (
        "no branch is checked out (detached head), because an old state is being looked at; go back with git"
        f" switch -: {KEPT}"
    )


def _no_repository(repository: Repository) -> str:
    """Git takes a folder with a damaged HEAD for no repository at all, which is untrue."""
    said = repository.run("rev-parse", "--git-dir").stderr
    if known := _known(said):
        return known
    if (repository.root / ".git").exists():
        return _no_repository_there(repository, _complaint(said))
    return f"{_NOT_IN_GIT}; make it one with git init, or set commit: false in goalctl.yaml"


def _no_repository_there(repository: Repository, complaint: str) -> str:
    """Why git does not work with its own folder."""
    folder = repository.root / ".git"
    if folder.is_file():
        return "the file .git names no folder of git's; bring that folder back, or take the file away, then git init"
    if folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK):
        return _known("permission denied")
    if has_bad_head(repository) and not only_branch(folder):
        return "there is no repository in the folder .git; bring it back from the last backup, or git init begins anew"
    if has_bad_head(repository):
        return f"git's note of where it stands (.git/HEAD) is damaged, and the plans are not; {DOCTOR}"
    return f"git can't work in this folder: {complaint}; mend that, or restore .git from the last backup"


def only_branch(folder: Path) -> str:
    """The one branch in git's folder, or the main one of several; empty when none can be told."""
    heads = folder / "refs" / "heads"
    branches = [path.relative_to(heads).as_posix() for path in heads.rglob("*") if path.is_file()]
    packed = text_at(folder / "packed-refs").splitlines()
    branches += [line.partition(" refs/heads/")[2] for line in packed if " refs/heads/" in line]
    names = sorted(set(branches))
    return names[0] if len(names) == 1 else next((name for name in ("main", "master") if name in names), "")


def cause_and_way(why: str) -> tuple[str, str]:
    """Both halves of such a sentence, where no change was saved that could be committed later."""
    cause, _, way = why.removesuffix(f": {KEPT}").partition("; ")
    return cause, way


def cause_and_way_to_git(why: str) -> tuple[str, str]:
    """Both halves for what can't do without git: to say `commit: false` is no way out there."""
    said, way = cause_and_way(why)
    begun = "git init makes it one, and `commit: true` in goalctl.yaml then keeps every change as a step"
    return said, begun if said == _NOT_IN_GIT else way


def known_cause_and_way(said: str) -> tuple[str, str] | None:
    """Both halves of what git's own words mean, where no change was saved; None where they are not known."""
    why = _known(said)
    return cause_and_way(why) if why else None


def why_no_revision(repository: Repository, revision: str) -> tuple[str, str]:
    """Why git has nothing of that name, and the way out: the folder is in no git, not ours, or without any commit."""
    if repository.folder is None:
        said, way = cause_and_way(_no_repository(repository))
        return said, "git init makes it one" if said == _NOT_IN_GIT else way
    if revision == "HEAD" and not broken_branch(repository):
        return "nothing is committed here yet", "git add and git commit, or init --git, begin a history"
    return f"git knows no revision '{revision[:40]}'", "name a day, a branch, a tag or the beginning of a commit"


def has_bad_head(repository: Repository) -> bool:
    """Whether git does not know its own folder because HEAD names nothing; a sound one is never to blame."""
    folder = repository.root / ".git"
    return folder.is_dir() and not _names_something(text_at(folder / "HEAD")) and repository.folder is None


def _names_something(head: str) -> bool:
    """Whether git would take that for the note of where it stands."""
    ref, named, branch = head.partition(BRANCH.strip())
    return (not ref and bool(named) and branch.strip().startswith("refs/")) or bool(_COMMIT.fullmatch(head.strip()))


def broken_branch(repository: Repository) -> str:
    """The branch that HEAD names, if what git noted of it is damaged; not that of a repository without any commit."""
    folder = repository.folder
    return _broken_branch(repository, folder) if folder else ""


def _broken_branch(repository: Repository, folder: Path) -> str:
    """Git is only asked when the note does not look as it should, which is seldom."""
    head = text_at(folder / "HEAD")
    branch = head.removeprefix(BRANCH).strip() if head.startswith(BRANCH) else ""
    if not branch or _COMMIT.fullmatch(text_at(folder / branch).strip()):
        return ""
    is_known = repository.run("rev-parse", "--verify", "--quiet", "HEAD").returncode == 0
    return branch if not is_known and (folder / "logs" / branch).is_file() else ""


def refusal(repository: Repository, names: Sequence[str], said: str) -> str:
    """What git's answer to a commit of these files means; empty when there was nothing to commit."""
    if hidden := next((name for name in names if is_hidden(repository, name)), ""):
        return f"git was told to overlook {hidden} (skip-worktree or assume-unchanged); {DOCTOR}"
    if any(phrase in said for phrase in _NOTHING):
        return ""
    locks = locks_of(repository) if ".lock" in said else []
    return _locked(repository, locks) if locks else _known(said) or _ignored(repository, names) or _in_its_words(said)


def _ignored(repository: Repository, names: Sequence[str]) -> str:
    ignored = repository.run("check-ignore", "--", *names).stdout.split("\n")[0] if names else ""
    return f"a .gitignore file keeps {ignored} out of git; take the line away that names it" if ignored else ""


def _in_its_words(said: str) -> str:
    return f"git refused: {_complaint(said)}"


def _complaint(said: str) -> str:
    """The first line that is no hint, as of a hook."""
    lines = (line.strip().removeprefix("fatal: ") for line in said.splitlines() if not line.startswith("hint:"))
    return next(filter(None, lines), "it gave no reason")[:120]


def _known(said: str) -> str:
    lowered = said.lower()
    return next((words for phrases, words in _SAID if any(phrase in lowered for phrase in phrases)), "")


def _locked(repository: Repository, locks: Sequence[Path]) -> str:
    if is_stale(repository, locks):
        return f"a git that was killed left {shown(repository, locks[0])} behind, which stops every commit; {DOCTOR}"
    return f"another git is at work here ({shown(repository, locks[0])}); {KEPT}; if this stays, {DOCTOR} in a minute"


def shown(repository: Repository, path: Path) -> str:
    """A path in git's own folder, as messages show it."""
    folder = repository.folder
    inside = folder is not None and path.is_relative_to(folder)
    return f".git/{path.relative_to(folder).as_posix()}" if folder and inside else path.as_posix()


def is_hidden(repository: Repository, name: str) -> bool:
    """Whether git was told not to look whether the file has changed."""
    mark = repository.run("ls-files", "-v", "--", name).stdout[:1]
    return mark == "S" or mark.islower()


def locks_of(repository: Repository) -> list[Path]:
    """The lock files in git's own folder, of a git at work or of one that was killed."""
    folder = repository.folder
    if folder is None:
        return []
    return sorted([*folder.glob("*.lock"), *(folder / "refs").rglob("*.lock")])


def is_stale(repository: Repository, locks: Sequence[Path]) -> bool:
    """Whether locks are what a killed git left: all of them old, and no git at work here."""
    try:
        youngest = max(lock.stat().st_mtime for lock in locks)
    except (OSError, ValueError):  # gone meanwhile
        return False
    return time.time() - youngest >= STALE_AFTER_SECONDS and not any(_gits_at_work(repository))


def _gits_at_work(repository: Repository) -> Iterator[Path]:
    """Git processes in this folder, where the system lists them; elsewhere age has to do."""
    folder = repository.folder
    if sys.platform != "linux" or folder is None:
        return
    for names in Path("/proc").glob("[0-9]*/comm"):
        name = text_at(names).strip()
        if (name == "git" or name.startswith("git-")) and _is_in(names.with_name("cwd"), folder):
            yield names


def _is_in(link: Path, folder: Path) -> bool:
    """Whether a process works in the repository; one that nobody may look at could."""
    try:
        return link.readlink().is_relative_to(folder.parent)
    except FileNotFoundError:  # it has ended
        return False
    except OSError:
        return True
