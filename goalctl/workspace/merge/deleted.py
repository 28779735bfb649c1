"""Plans and long notes that were deleted here by hand: nothing of it goes out before somebody said that it is meant."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from goalctl.analysis.history.kept import GONE, entries_not_kept, number_of_entries
from goalctl.documents.save import save
from goalctl.documents.stops import without_stops
from goalctl.model.finding import Value
from goalctl.workspace.merge.files import is_plan
from goalctl.workspace.merge.moves import data_of, names_of_moved
from goalctl.workspace.store.git.exchange import NoExchangeError
from goalctl.workspace.store.git.repository import MARK, Repository
from goalctl.workspace.store.note import NOTES
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import PLANS
from goalctl.workspace.store.scan import ENDING
from goalctl.workspace.store.transaction.everything import uncommitted_files
from goalctl.workspace.store.transaction.transaction import writing


@dataclass(frozen=True, slots=True)
class DeletedPlan:
    """A plan that is not here any more: its file's name, how many entries it had, and what it held.

    Of a long note `entries` is None.
    """

    client: str
    name: str
    entries: int | None
    content: bytes


def deleted_here(practice: Practice, newest: str) -> list[DeletedPlan]:
    """What was deleted by hand since the last exchange and stands in `newest`; forgotten and renamed ones are not."""
    repository = Repository(practice.root)
    base = repository.run("merge-base", "HEAD", newest).stdout.strip() if newest else ""
    here = {path.stem: path for path in sorted((practice.root / PLANS).rglob(f"*{ENDING}"))}
    known = {rev: _plans_at(repository, rev) for rev in ("HEAD", base, newest) if rev}
    there = known[newest] if newest else known["HEAD"]
    absent = there.keys() - here.keys()
    found = [*_taken_by_hand(repository, absent, known["HEAD"], "HEAD")]
    found += _taken_by_hand(repository, absent - known["HEAD"].keys(), known.get(base, {}), base)
    new = {client: path.read_bytes() for client, path in here.items() if found and client not in there}
    plans = _not_renamed(found, {client: data_of(content) for client, content in new.items()})
    return [*plans, *_notes_deleted_here(practice, repository, base, newest)]


def _notes_deleted_here(practice: Practice, repository: Repository, base: str, newest: str) -> list[DeletedPlan]:
    """The long notes among it; what lies under another name is not gone."""
    here = {path.relative_to(practice.root).as_posix() for path in (practice.root / NOTES).rglob("*")}
    known = {rev: _notes_at(repository, rev) for rev in ("HEAD", base, newest) if rev}
    there = known[newest] if newest else known["HEAD"]
    absent = there.keys() - here
    found = [*_taken_by_hand(repository, absent, known["HEAD"], "HEAD")]
    found += _taken_by_hand(repository, absent - known["HEAD"].keys(), known.get(base, {}), base)
    new = {
        path.read_bytes() for path in (practice.root / name for name in here - there.keys() if found) if path.is_file()
    }
    return [one for one in found if one.content not in new]


def _notes_at(repository: Repository, revision: str) -> dict[str, str]:
    listed = repository.run("ls-tree", "-r", "-z", "--name-only", revision, "--", f"{NOTES}/").stdout.split("\0")
    return {name: name for name in listed if name}


def _taken_by_hand(
    repository: Repository, absent: Container[str], known: Mapping[str, str], revision: str
) -> Iterator[DeletedPlan]:
    """Of the files that the revision knows, those that are absent; what a commit of goalctl's took away was meant."""
    for one, name in known.items():
        if one in absent and (revision == "HEAD" or not _went_with_goalctl(repository, name)):
            yield _deleted(repository, revision, name)


def _plans_at(repository: Repository, revision: str) -> dict[str, str]:
    listed = repository.run("ls-tree", "-r", "-z", "--name-only", revision, "--", f"{PLANS}/").stdout.split("\0")
    return {PurePosixPath(name).stem: name for name in listed if is_plan(name)}


def _went_with_goalctl(repository: Repository, name: str) -> bool:
    """Whether the commit that took it away is goalctl's own: of `forget`, or of an exchange."""
    return next((commit.is_ours for commit in repository.commits_of(name)), False)


def _deleted(repository: Repository, revision: str, name: str) -> DeletedPlan:
    path = repository.path_from_top(name)
    content = repository.feed(b"", "cat-file", "--filters", f"--path={path}", f"{revision}:{path}")
    if is_plan(name):
        return DeletedPlan(PurePosixPath(name).stem, name, number_of_entries(data_of(content)), content)
    return DeletedPlan(PurePosixPath(name).parent.name, name, None, content)


def _not_renamed(found: Iterable[DeletedPlan], new: dict[str, Value]) -> Iterator[DeletedPlan]:
    gone = {("plan", one.client): one for one in found}
    then = {key: data_of(one.content) for key, one in gone.items()}
    moved = {was for _, was in names_of_moved(then, {("plan", client): data for client, data in new.items()})}
    yield from (one for key, one in gone.items() if key not in moved)


def entries_gone_here(practice: Practice, newest: str) -> list[tuple[str, str]]:
    """Client and entry of what hands took out of a plan's log since the last exchange, and what is not back by now.

    What goalctl itself took back, with `undo`, is meant.
    """
    repository = Repository(practice.root)
    gone: dict[tuple[str, str], None] = {}
    for name, before, after in _edits_by_hand(practice, repository, newest) if newest else ():
        path, then = practice.root / name, data_of(before)
        now = data_of(path.read_bytes()) if path.is_file() else None
        left = set(_gone(then, now)) if now is not None else set()
        gone.update(
            dict.fromkeys((PurePosixPath(name).stem, one) for one in _gone(then, data_of(after)) if one in left)
        )
    return list(gone)


def _edits_by_hand(practice: Practice, repository: Repository, newest: str) -> Iterator[tuple[str, bytes, bytes]]:
    """A plan's name, what it held before and after: of each commit that is not goalctl's, and of what is in none."""
    yield from _commits_by_hand(repository, newest)
    for name in filter(is_plan, uncommitted_files(repository)):
        path, before = practice.root / name, repository.text_or_none("HEAD", name)
        if before is not None and path.is_file():
            yield name, before, path.read_bytes()


def _commits_by_hand(repository: Repository, newest: str) -> Iterator[tuple[str, bytes, bytes]]:
    shown = "--format=%H %(trailers:key=Made-with,valueonly,separator=%x2C)"
    for line in repository.run("log", "--no-merges", shown, f"{newest}..HEAD").stdout.splitlines():
        commit, _, made_with = line.partition(" ")
        for name in repository.files_of(commit) if not made_with.strip() else ():
            before, after = (
                repository.text_or_none(rev, name) if is_plan(name) else None for rev in (f"{commit}^", commit)
            )
            if before is not None and after is not None:
                yield name, before, after


def _gone(before: Value, now: Value) -> Iterator[str]:
    """The entries that are not there any more, in words; nothing where nobody can read what is there."""
    if now is not None:
        yield from (one.message for one in entries_not_kept(before, now, "git") if one.code == GONE)


def bring_back(practice: Practice, plans: Iterable[DeletedPlan]) -> None:
    """Put each file where it was, with what git has of it."""
    with writing(practice), without_stops():
        for one in plans:
            path = practice.root / one.name
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            save(path, one.content, root=practice.root)
            practice.account.note(one.name)


def let_go(practice: Practice, plans: Iterable[DeletedPlan]) -> None:
    """Commit that they are gone, as something that was meant; where goalctl does not commit, that is the person's."""
    repository = Repository(practice.root)
    for one in plans:
        if practice.settings.commit and not repository.is_as_committed(one.name):
            with writing(practice):
                what = "long note" if one.entries is None else "plan"
                why = repository.commit([one.name], f"{one.client}: {what} taken away", facts=(MARK,))
            if why:
                cause, _, way = why.partition("; ")
                raise NoExchangeError(f"that {one.client} is gone can't be committed: {cause}", way)
