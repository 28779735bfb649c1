"""One exchange with the other place: fetched, merged, pushed, and only then put in place here.

The push comes first, so that whatever goes wrong before leaves this record as it was; what goes wrong after it is made
good by the next exchange, which finds it there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from goalctl.documents.file_errors import NotConfirmedError
from goalctl.documents.stops import without_stops
from goalctl.model.errors import GoalctlError
from goalctl.workspace.merge.files import is_plan, unreadable, unreadable_here
from goalctl.workspace.merge.incoming import Decided, Incoming, incoming, joined
from goalctl.workspace.store.git.exchange import (
    NoExchangeError,
    OtherPlace,
    fetch,
    note_exchanged,
    other_place,
    push,
)
from goalctl.workspace.store.git.filters import plain_in_past
from goalctl.workspace.store.git.reasons import cause_and_way_to_git, in_the_way
from goalctl.workspace.store.git.repository import MARK, Repository
from goalctl.workspace.store.git.uncommitted import forget_uncommitted
from goalctl.workspace.store.papers import is_for_all
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import PLANS, client_at
from goalctl.workspace.store.transaction import journal
from goalctl.workspace.store.transaction.everything import commit_everything, uncommitted_files
from goalctl.workspace.store.transaction.transaction import writing


@dataclass(frozen=True, slots=True)
class Meeting:
    """How things stand with the other place: where it is, what comes in, how many commits of ours it lacks.

    `newest` is the newest commit there; empty where the branch is not there yet.
    """

    place: OtherPlace
    come: Incoming
    ahead: int
    newest: str


def reached(practice: Practice, *, may_ask: bool) -> tuple[OtherPlace, str]:
    """The other place and the newest commit there, which is fetched; nothing of a person's is touched."""
    repository = Repository(practice.root)
    if why := in_the_way(repository):
        cause, way = cause_and_way_to_git(why)
        raise NoExchangeError(cause, f"your record is as it was; {way}")
    place = other_place(repository)
    return place, fetch(repository, place, may_ask=may_ask)


def meeting(practice: Practice, place: OtherPlace, theirs: str, decided: Decided) -> Meeting:
    """Commit what is left, and work out what comes in; nothing of a person's is touched."""
    repository = Repository(practice.root)
    with writing(practice):
        _commit_the_rest(practice, repository)
    mine = repository.run("rev-parse", "HEAD").stdout.strip()
    ahead = repository.run("rev-list", "--count", mine, *([f"^{theirs}"] if theirs else [])).stdout.strip()
    return Meeting(place, incoming(practice, mine, theirs, decided), int(ahead or 0), theirs)


def _commit_the_rest(practice: Practice, repository: Repository) -> None:
    if practice.settings.commit:
        if why := commit_everything(practice.root):
            raise NoExchangeError(f"what is here can't be committed: {why.partition('; ')[0]}", why.partition("; ")[2])
    elif names := uncommitted_files(repository):
        raise NoExchangeError(f"{names[0]} is not committed", "git commit, or commit: true in goalctl.yaml, then again")


def exchanged(practice: Practice, met: Meeting, *, may_ask: bool) -> bool:
    """Push what came of the merge and put it in place here; False when it has to be done once more, on what is new."""
    repository, come = Repository(practice.root), met.come
    _refuse_what_is_nobodys(repository, come)
    _refuse_to_write_over(repository, come)
    commit = joined(practice, come, f"record of {met.place.remote} merged\n\n{MARK}") if come.is_new else come.mine
    is_to_push = not met.newest or met.ahead
    if is_to_push:
        _refuse_plain(repository, commit, met.newest)
        _refuse_unreadable(repository, commit, met.newest)
    if is_to_push and not push(repository, met.place, commit, may_ask=may_ask):
        return False
    if come.is_new and not _put(practice, repository, come, commit):
        return False
    note_exchanged(repository, met.place, commit)
    return True


def _refuse_what_is_nobodys(repository: Repository, come: Incoming) -> None:
    """What leads into git's folder, where settings are commands, or is goalctl's own on one machine."""
    prefix = repository.prefix
    if wrong := sorted(path for path, file in come.files.items() if file and not is_for_all(path)):
        name = wrong[0].removeprefix(prefix)
        said = f"{name} came in, which no other machine has to write here; nothing was taken over or sent"
        raise NoExchangeError(said, "ask who committed it; it has to be taken out of the record there")


def _refuse_plain(repository: Repository, commit: str, newest: str) -> None:
    """What git-crypt is to lock does not leave in plain text: once it is there, it can't be taken back."""
    if plain := plain_in_past(repository, commit, *([f"^{newest}"] if newest else [])):
        said = f"{plain[0]} was committed in plain text, though git-crypt is to lock it; nothing was sent"
        raise NoExchangeError(said, "goalctl doctor tells more; git push sends it all the same")


def _refuse_unreadable(repository: Repository, commit: str, newest: str) -> None:
    """A plan that a slip by hand left unreadable here does not take the place of one that others can read."""
    words = ("diff", "--name-only", "-z", "--no-renames", "--relative", newest, commit, "--", PLANS)
    for name in repository.run(*words).stdout.split("\0") if newest else ():
        wrong = unreadable(repository.text_or_none(commit, name)) if is_plan(name) else ""
        if wrong and not unreadable(repository.text_or_none(newest, name)):
            raise NoExchangeError(*unreadable_here(name, wrong))


def _put(practice: Practice, repository: Repository, come: Incoming, commit: str) -> bool:
    """In the work tree and the branch, if both are as they were when it was worked out."""
    prefix = repository.prefix
    with writing(practice), without_stops():
        if repository.run("rev-parse", "HEAD").stdout.strip() != come.mine:
            return False
        if uncommitted_files(repository):
            return False
        _take_links_away(practice, come, prefix)
        wanted = list(_wanted(practice, repository, come, prefix))
        unsure = _put_files(practice, wanted)
        _take_files_away(practice, come, prefix)
        _check_out_the_rest(repository, come, commit, prefix)
        repository.change("update-ref", "-m", "goalctl sync", "HEAD", commit, come.mine)
        paths = "".join(f":(top,literal){path}\0" for path in come.files)
        repository.feed(paths.encode(), "reset", "--quiet", "--pathspec-from-file=-", "--pathspec-file-nul")
        for one in wanted:
            with suppress(GoalctlError):
                forget_uncommitted(practice.root, client_at(one.name))
    if unsure:
        raise NotConfirmedError(", ".join(one.name for one in wanted))
    return True


def _take_links_away(practice: Practice, come: Incoming, prefix: str) -> None:
    """A link that gives way to a file or a folder: else what comes in would be put into what it leads to."""
    for path, file in come.files.items():
        place = practice.root / path.removeprefix(prefix)
        if path.startswith(prefix) and place.is_symlink() and (file is None or file[0].startswith("100")):
            place.unlink()


def _take_files_away(practice: Practice, come: Incoming, prefix: str) -> None:
    for path, file in come.files.items():
        place = practice.root / path.removeprefix(prefix)
        if file is None and path.startswith(prefix) and not place.is_dir():  # where a folder came in its place
            place.unlink(missing_ok=True)


def _put_files(practice: Practice, wanted: list[journal.Wanted]) -> bool:
    """Whether the disk left anything unconfirmed; a file that a person saved at this moment stops the exchange."""
    if not wanted:
        return False
    ended = journal.put_all(practice.root, wanted, practice.account)
    if ended.taken:
        names = ", ".join(step.name for step in ended.taken)
        said = f"{names} was saved by somebody else at this moment and stays; what came in is not yet in place"
        raise NoExchangeError(said, "goalctl sync once more")
    return not ended.is_confirmed


def _wanted(practice: Practice, repository: Repository, come: Incoming, prefix: str) -> Iterator[journal.Wanted]:
    """The files of the workspace that are put, by their names in it."""
    for path, file in come.files.items():
        if file is None or not path.startswith(prefix) or not file[0].startswith("100"):
            continue
        name = path.removeprefix(prefix)
        place = practice.root / name
        before = place.read_bytes() if place.is_file() else None
        after = repository.feed(b"", "cat-file", "--filters", f"--path={path}", file[1])
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if before != after:
            yield journal.Wanted(name, before, after)


def _rest(come: Incoming, prefix: str) -> list[str]:
    """What comes in and is no file of the workspace, from the top of the repository on."""
    outside = (path for path in come.files if not path.startswith(prefix))
    links = (path for path, file in come.files.items() if path.startswith(prefix) and file and file[0][:3] != "100")
    return [f":(top,literal){path}" for path in (*outside, *links)]


def _refuse_to_write_over(repository: Repository, come: Incoming) -> None:
    """What goalctl does not commit by itself, and git has not either, is kept nowhere else."""
    prefix = repository.prefix
    words = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignored")
    found = {line[len("XY ") :] for line in repository.run(*words).stdout.split("\0")}
    ours = {f"{prefix}{name}" for name in uncommitted_files(repository)}
    if names := sorted(found & set(come.files) - ours):
        raise NoExchangeError(f"{names[0]} is changed here and there", "git commit, then goalctl sync")


def _check_out_the_rest(repository: Repository, come: Incoming, commit: str, prefix: str) -> None:
    """What is no file of the workspace: git puts it there or takes it away."""
    gone = {f":(top,literal){path}" for path, file in come.files.items() if file is None}
    rest = _rest(come, prefix)
    if there := [path for path in rest if path not in gone]:
        repository.change("checkout", "--quiet", commit, "--", *there)
    if away := [path for path in rest if path in gone]:
        repository.change("rm", "--quiet", "--ignore-unmatch", "--", *away)
