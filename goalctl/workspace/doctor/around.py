"""What lies around the record: the names, the memory, and the copies elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import datetime
from functools import partial
from pathlib import Path

from goalctl.analysis.figures import counted
from goalctl.documents.git_crypt import is_to_lock
from goalctl.model.errors import GoalctlError
from goalctl.workspace.doctor.trouble import Trouble, named
from goalctl.workspace.store.git.second_copy import MOST_DAYS, last_copied
from goalctl.workspace.store.locked_names import MOST_DAYS as DAYS_OF_NAMES
from goalctl.workspace.store.locked_names import days_uncopied
from goalctl.workspace.store.names import OpenNamesError, names_file, names_of, sharing_group
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import MEMORY, MEMORY_OF_WORDS, OWN, PLANS
from goalctl.workspace.store.scan import scan
from goalctl.workspace.store.shared_names import readers_of

ONLY_HIS = 0o600


def troubles_around(practice: Practice, now: datetime) -> Iterator[Trouble]:
    """Everything about names, memory and copies."""
    yield from _names(practice, now)
    for name in (MEMORY, MEMORY_OF_WORDS):
        yield from _memory(practice.root / OWN / name)
    yield from _open_words(practice.root)
    days = (now - last_copied(practice.root)).days
    if days >= MOST_DAYS:
        yield Trouble(practice.root.name, f"no push or backup for {days} days", "goalctl backup DEST, or git push")


def _names(practice: Practice, now: datetime) -> Iterator[Trouble]:
    try:
        known = names_of(practice)
    except OpenNamesError as error:
        path = names_file(practice)
        yield Trouble(path.name, error.message, "--fix closes it to others", partial(_close, path))
        return
    except GoalctlError as error:
        yield Trouble("names", error.message, error.hint)
        return
    if known:
        yield from _about_names(practice, known.keys(), now)


def _about_names(practice: Practice, known: AbstractSet[str], now: datetime) -> Iterator[Trouble]:
    """Who reads the names, whose are too many or missing, and for how long none were copied."""
    file = names_file(practice).name
    if group := sharing_group(practice):
        what = f"names are read by {readers_of(group)}"
        yield Trouble(file, what, "goalctl names share --end closes them", matters=False)
    clients = {found.client for found in scan(practice.root).files}
    if gone := [client for client in known if client not in clients]:
        what = f"{counted(len(gone), 'name')} kept of clients who have no plan here: {named(gone)}"
        yield Trouble(file, what, "goalctl forget takes names with it; else edit that file")
    if nameless := sorted(clients - known):
        what = f"{counted(len(nameless), 'plan')} without a name: {named(nameless)}"
        yield Trouble(file, what, f"goalctl names add {nameless[0]}", matters=False)
    if (days := days_uncopied(practice, now)) >= DAYS_OF_NAMES:
        what = f"names not backed up for {days} days"
        yield Trouble(file, what, "goalctl backup DEST, or goalctl names export --to age:KEY")


def _close(path: Path) -> str:
    path.chmod(ONLY_HIS)
    return "closed to others"


def _memory(path: Path) -> Iterator[Trouble]:
    if path.is_file() and not _is_sound(path):
        what = "what goalctl remembers is damaged; all of it can be made anew"
        yield Trouble(f"{OWN}/{path.name}", what, "--fix takes it away", partial(_drop, path))


def _open_words(root: Path) -> Iterator[Trouble]:
    """What was remembered before git-crypt was set up here; the next `find` takes it away, too."""
    path = root / OWN / MEMORY_OF_WORDS
    if path.is_file() and is_to_lock(root / PLANS):
        what = "what plans say stands there in plain text, and git-crypt is to lock them"
        yield Trouble(f"{OWN}/{path.name}", what, "--fix takes it away", partial(_drop_words, path))


def _is_sound(path: Path) -> bool:
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            return bool(connection.execute("PRAGMA quick_check").fetchone() == ("ok",))
        finally:
            connection.close()
    except sqlite3.Error:
        return False


def _drop_words(path: Path) -> str:
    path.unlink(missing_ok=True)
    return "taken away; find reads the plans themselves"


def _drop(path: Path) -> str:
    path.unlink(missing_ok=True)
    return "taken away; the next listing makes it anew"
