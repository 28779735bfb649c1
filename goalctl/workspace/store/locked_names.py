"""Names on the way to another machine: locked by `age` for a key or a passphrase, and opened again by it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from goalctl.documents.document import document_of
from goalctl.documents.lock import own_folder
from goalctl.documents.open import real_path
from goalctl.documents.save import save
from goalctl.model.errors import GoalctlError
from goalctl.model.identity import Identities, Identity
from goalctl.workspace.store.identity import BadIdentityError, IdentityInsideError
from goalctl.workspace.store.names import names_file
from goalctl.workspace.store.papers import paper
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import OWN

AGE = "age"
MOST_DAYS = 30  # our own
COPIED = "names.json"


class AgeError(GoalctlError):
    """The names could not be locked or opened; nothing was written."""


def is_age_there() -> bool:
    """Whether the program that locks names is installed."""
    return shutil.which(AGE) is not None


def locked_names(practice: Practice, recipient: str) -> bytes:
    """The names file as only that key opens it; without one, as a passphrase does, for which age itself asks."""
    path = names_file(practice)
    if not path.is_file():
        raise AgeError("no names are kept for this workspace", "goalctl names add CLIENT")
    how = ["--recipient", recipient] if recipient else ["--passphrase"]
    return _said_by_age([*how, str(path)], "lock the names", "a recipient is age1… or ssh-ed25519 …")


def opened_names(practice: Practice, file: Path, key: Path | None) -> Mapping[str, Identity]:
    """Who stands in a locked file; its passphrase is asked by age itself, where no key is given."""
    if real_path(file, practice.root) is not None:
        raise IdentityInsideError
    how = ["--decrypt", *(["--identity", str(key)] if key else []), str(file)]
    data = _said_by_age(how, f"open {file.name}", "name the key file that belongs to it: --key FILE")
    document = document_of(data, Identities)
    if document.content is None:
        raise BadIdentityError(file, document.findings)
    return document.content.clients


def _said_by_age(words: Sequence[str], what: str, hint: str) -> bytes:
    if not is_age_there():
        raise AgeError("age, which locks names, is not installed", "install it, as: apt install age, brew install age")
    done = subprocess.run([AGE, *words], stdout=subprocess.PIPE, check=False)
    if done.returncode or not done.stdout:
        raise AgeError(f"age could not {what}", hint)
    return done.stdout


def note_copied(practice: Practice, now: datetime) -> None:
    """Names were copied to somewhere else; no name and no place is noted."""
    save(own_folder(practice.root / OWN) / COPIED, json.dumps({"at": now.isoformat()}).encode(), root=practice.root)


def days_uncopied(practice: Practice, now: datetime) -> int:
    """For how long names have been changed and not copied; 0 where none are kept, or all are copied."""
    path = names_file(practice)
    if not path.is_file():
        return 0
    changed = datetime.fromtimestamp(path.stat().st_mtime, tz=now.tzinfo)
    copied = _copied(practice)
    if copied is not None and copied >= changed:
        return 0
    return (now - (copied or changed)).days


def _copied(practice: Practice) -> datetime | None:
    try:
        return datetime.fromisoformat(paper(practice.root, COPIED)["at"])
    except (ValueError, TypeError, KeyError):
        return None
