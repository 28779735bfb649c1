"""When the record was last copied to somewhere else: by a push of git, or by `goalctl backup`.

Light: what git and goalctl noted down is read, and git is not asked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from goalctl.documents.lock import own_folder
from goalctl.documents.save import save
from goalctl.workspace.store.git.notes import text_at
from goalctl.workspace.store.git.waiting import waiting
from goalctl.workspace.store.papers import paper
from goalctl.workspace.store.root import OWN, PLANS, SETTINGS

MOST_DAYS = 14  # our own
BACKUP = "backup.json"
_PUSHED = re.compile(r"> (\d+) [+-]\d{4}\t(?:update by push|clone: )")
_COMMITTED = re.compile(r"> (\d+) [+-]\d{4}\t")
_WORKSPACE = re.compile(r"^workspace:", re.MULTILINE)


class SecondCopy(NamedTuple):
    """How many changes git has not taken, and for how many days nothing was copied away, if too many.

    `days_since_sync` counts from the last fetch or push; None without a remote, and for an example.
    """

    waiting: int = 0
    days_alone: int | None = None
    days_since_sync: int | None = None


def second_copy(root: Path, now: datetime) -> SecondCopy:
    """How things stand at that moment, for a workspace of somebody's practice; an example's has no `workspace:` id."""
    days = (now - last_copied(root)).days
    is_worrying = days >= MOST_DAYS and _is_a_practice(root) and _has_news(root)
    return SecondCopy(len(waiting(root)), days if is_worrying else None, days_since_sync(root, now))


def days_since_sync(root: Path, now: datetime) -> int | None:
    """Whole days since the last fetch or push of this practice's repository; None where it has no remote."""
    synced = max([*_exchanges(root)], default=None) if _is_a_practice(root) else None
    return None if synced is None else max((now - synced).days, 0)


def _exchanges(root: Path) -> Iterator[datetime]:
    """When anything was fetched or pushed, by git's logs; a fetch that brought nothing new leaves only its own file."""
    git = _git_of(root)
    remotes = [*(git / "logs" / "refs" / "remotes").rglob("*")]
    for log in remotes:
        yield from _moments(log, _COMMITTED)
    fetched = git / "FETCH_HEAD"
    if remotes and fetched.exists():
        yield _at(fetched.stat().st_mtime)


def last_copied(root: Path) -> datetime:
    """The last push or backup; before the first one, when the workspace began."""
    return max(_copies(root), default=None) or _beginning(root)


def _copies(root: Path) -> list[datetime]:
    return [*_pushes(root), *_backups(root)]


def note_backup(root: Path, now: datetime) -> None:
    """A backup was made and found to be whole."""
    save(own_folder(root / OWN) / BACKUP, json.dumps({"at": now.isoformat()}).encode(), root=root)


def _git_of(root: Path) -> Path:
    """Git's own folder; the workspace may lie below the top of a repository."""
    folders = (folder / ".git" for folder in (root, *root.parents))
    return next((folder for folder in folders if folder.is_dir()), root / ".git")


def _is_a_practice(root: Path) -> bool:
    return bool(_WORKSPACE.search(text_at(root / SETTINGS)))


def _has_news(root: Path) -> bool:
    """Whether anything was committed or saved since, by git's whole seconds; before the first copy, any plan."""
    plans = [_at(int(path.stat().st_mtime)) for path in (root / PLANS).rglob("*.yaml")]
    last = max(_copies(root), default=None)
    committed = [*_moments(_git_of(root) / "logs" / "HEAD", _COMMITTED)][-1:]
    return bool(plans) if last is None else any(moment > last for moment in (*committed, *plans))


def _pushes(root: Path) -> Iterator[datetime]:
    for log in (_git_of(root) / "logs" / "refs" / "remotes").rglob("*"):
        yield from _moments(log, _PUSHED)


def _backups(root: Path) -> Iterator[datetime]:
    try:
        yield datetime.fromisoformat(paper(root, BACKUP)["at"])
    except (ValueError, TypeError, KeyError):
        return


def _beginning(root: Path) -> datetime:
    first = [*_moments(_git_of(root) / "logs" / "HEAD", _COMMITTED)][:1]
    return first[0] if first else _at((root / SETTINGS).stat().st_mtime)


def _moments(log: Path, known: re.Pattern[str]) -> Iterator[datetime]:
    return (_at(int(match[1])) for match in known.finditer(text_at(log)))


def _at(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, tz=UTC)
