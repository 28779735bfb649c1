"""One long note as its file has it. Light: nothing here knows a plan, or YAML."""

from __future__ import annotations

from pathlib import Path

from goalctl.documents.file_errors import UnreadableFileError
from goalctl.documents.git_crypt import UNLOCK, is_locked
from goalctl.documents.open import read_bytes
from goalctl.documents.text import MAX_BYTES, source_of

NOTES = "notes"
FENCE = "---"


def note_parts(root: Path, name: str) -> tuple[str, str]:
    """Its front matter, empty where it has none, and its text; see `note_named`."""
    content = read_bytes(root / name, root=root, limit=MAX_BYTES)
    if is_locked(content):
        raise UnreadableFileError(name, "it is locked by git-crypt", UNLOCK)
    text = source_of(content).text
    before, fence, rest = text.removeprefix(f"{FENCE}\n").partition(f"\n{FENCE}\n")
    if not text.startswith(f"{FENCE}\n") or not fence:
        return "", text.strip()
    return f"{before}\n", rest.strip()
