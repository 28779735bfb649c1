"""A plan's file while a person edits it: a private copy beside what it was taken from, kept until it is saved.

The copy lies among what is rescued from the beginning, so that neither a killed editor nor a power cut loses it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from goalctl.documents.file_errors import NotConfirmedError, UnreadableFileError
from goalctl.documents.open import read_bytes
from goalctl.documents.save import save
from goalctl.documents.text import MAX_BYTES
from goalctl.workspace.store.rescued import RESCUED, rescue_folder
from goalctl.workspace.store.root import OWN


@dataclass(frozen=True, slots=True)
class EditingCopy:
    """The copy of one client's file; `before` is what the file held when the copy was made."""

    root: Path
    client: str
    before: bytes

    @property
    def name(self) -> str:
        """Where the copy is, from the workspace on."""
        return f"{OWN}/{RESCUED}/edit-{self.client}.yaml"

    @property
    def path(self) -> Path:
        """Where the copy is."""
        return self.root / self.name

    @property
    def _origin(self) -> Path:
        return self.path.with_name(f"edit-{self.client}.origin")

    def is_there(self) -> bool:
        """Whether a copy is left from an earlier time."""
        return self.path.exists()

    def goes_on(self) -> bool:
        """Whether the copy that is there was taken from what the file still holds."""
        return self._origin.exists() and self._content(self._origin) == self.before

    def make(self) -> None:
        """A new copy of the file, private to the person."""
        rescue_folder(self.root)
        for path in (self._origin, self.path):
            with suppress(NotConfirmedError):  # nothing is lost: the plan itself is there
                save(path, self.before, root=self.root)

    def set_aside(self) -> str:
        """Move a copy that is there out of the way, and give its new name."""
        number = 1
        while (aside := self.path.with_name(f"edit-{self.client}-{number}.yaml")).exists():
            number += 1
        self.path.rename(aside)
        return f"{OWN}/{RESCUED}/{aside.name}"

    def text(self) -> bytes:
        """What the copy holds now; empty when it was taken away."""
        try:
            return self._content(self.path)
        except UnreadableFileError:
            return b""

    def drop(self) -> None:
        """The copy has done its work."""
        self.path.unlink(missing_ok=True)
        self._origin.unlink(missing_ok=True)

    def _content(self, path: Path) -> bytes:
        return read_bytes(path, root=self.root, limit=MAX_BYTES)
