"""The JSON Schemas beside a workspace's files, by which editors know what may stand there."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from goalctl.documents.file_errors import UnreadableFileError
from goalctl.documents.git_crypt import is_locked
from goalctl.documents.open import read_bytes
from goalctl.documents.save import save
from goalctl.documents.stops import without_stops
from goalctl.documents.text import MAX_BYTES
from goalctl.model.plan import Plan
from goalctl.model.settings import Settings
from goalctl.model.types import Record
from goalctl.workspace.shelves.kinds import KINDS
from goalctl.workspace.store.git.waiting import Waiting
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.root import PLANS, SETTINGS_SCHEMA
from goalctl.workspace.store.scan import SCHEMA
from goalctl.workspace.store.transaction.committing import take_up
from goalctl.workspace.store.transaction.transaction import writing


def schemas_of(root: Path) -> dict[str, type[Record]]:
    """By the name of its file, the schema of every kind of file that this workspace has."""
    library = {f"{kind.folder}/{kind.schema}": kind.model for kind in KINDS if (root / kind.folder).is_dir()}
    return {f"{PLANS}/{SCHEMA}": Plan, SETTINGS_SCHEMA: Settings, **library}


def stale_schemas(root: Path) -> list[str]:
    """Those that are missing, or say something else than this goalctl reads; not one that is locked here."""
    found = ((name, kind, _bytes(root, name)) for name, kind in schemas_of(root).items())
    return [name for name, kind, content in found if not is_locked(content) and content != schema_bytes(kind)]


def _bytes(root: Path, name: str) -> bytes:
    """Nothing of a file that is not there, or is none."""
    with suppress(UnreadableFileError):
        return read_bytes(root / name, root=root, limit=MAX_BYTES)
    return b""


def schema_bytes(kind: type[Record]) -> bytes:
    """The schema as its file holds it."""
    from goalctl.model.schema import schema_text

    return schema_text(kind).encode()


def write_schemas(practice: Practice, names: Sequence[str]) -> str:
    """Write these anew, and give why they were not committed; empty where nothing is to be told."""
    kinds = schemas_of(practice.root)
    with writing(practice), without_stops():
        for name in names:
            save(practice.root / name, schema_bytes(kinds[name]), root=practice.root)
            practice.account.note(name)
        return take_up(practice, Waiting("schemas", tuple(names), "written anew"))
