"""What was typed and not yet saved, kept in `.goalctl/rescued/` until it is used; never in git."""

from __future__ import annotations

import errno
import json
import os
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from goalctl.documents.lock import inner_folder
from goalctl.documents.save import create, save
from goalctl.documents.stops import without_stops
from goalctl.workspace.store.papers import paper
from goalctl.workspace.store.root import OWN

RESCUED = "rescued"
_DAY = "its day"  # kept beside the lines; no question has such a key


def rescue_text(root: Path, name: str, text: str) -> str:
    """Keep a text that could not be saved where it belongs, under a new name, and give that."""
    folder = rescue_folder(root)
    path = folder / f"{name}-{os.urandom(3).hex()}.txt"
    create(path, text.encode(), root=root)
    return f"{OWN}/{RESCUED}/{path.name}"


def rescue_file(root: Path, path: Path, name: str) -> str:
    """The same for a file, which is moved there."""
    kept = rescue_stray(root, path, f"{name}-{os.urandom(3).hex()}.yaml")
    return f"{OWN}/{RESCUED}/{kept.name}"


def rescue_stray(root: Path, path: Path, name: str) -> Path:
    """The same under that name; where the folder is another disk, the file goes when its copy is durable."""
    place = rescue_folder(root) / name
    try:
        return path.replace(place)
    except OSError as cause:
        if cause.errno != errno.EXDEV:
            raise
    save(place, path.read_bytes(), root=root, private=True)
    path.unlink()
    return place


def rescue_folder(root: Path) -> Path:
    """The folder, made if it is missing; one that leads out of the workspace is refused."""
    return inner_folder(root / OWN, RESCUED)


class Unfinished(NamedTuple):
    """The lines typed for one command and one client, by question, and the day that they are about if any."""

    root: Path
    command: str
    client: str
    day: date | None = None

    @property
    def name(self) -> str:
        """Where it is kept, from the workspace on."""
        return f"{OWN}/{RESCUED}/{self.command}-{self.client}.json"

    def typed(self) -> dict[str, str]:
        """What was kept; nothing when nothing was, or when it can't be read."""
        return {key: line for key, line in self._kept().items() if key != _DAY}

    @property
    def day_of_typed(self) -> str:
        """The day that what was kept is about, as it is written; empty where none was kept with it."""
        return self._kept().get(_DAY, "")

    def take_up(self) -> dict[str, str]:
        """What was kept, which is from now on about this day."""
        typed = self.typed()
        self._write(typed)
        return typed

    def keep(self, typed: dict[str, str]) -> str:
        """Keep these lines, and give the name of the file; what was kept of another day is put aside.

        What stopped the questions may come again meanwhile: a terminal that is closed ends the line, then sends a
        signal; and who presses Ctrl-C presses it twice.
        """
        with without_stops():
            self._put_aside()
            self._write(typed)
        return self.name

    def forget(self) -> None:
        """The lines have been saved where they belong; what was kept of another day has not, and is put aside."""
        self._put_aside()
        with suppress(FileNotFoundError, NotADirectoryError):
            (self.root / self.name).unlink()

    def _put_aside(self) -> None:
        if self.day and self.day_of_typed not in {"", self.day.isoformat()}:
            rescue_file(self.root, self.root / self.name, f"{self.command}-{self.client}")

    def _write(self, typed: dict[str, str]) -> None:
        day = {_DAY: self.day.isoformat()} if self.day else {}
        text = json.dumps(day | typed, ensure_ascii=False, indent=1) + "\n"
        rescue_folder(self.root)
        save(self.root / self.name, text.encode(), root=self.root)

    def _kept(self) -> dict[str, str]:
        kept = paper(self.root, self.name.removeprefix(f"{OWN}/"))
        return {key: str(line) for key, line in kept.items()} if isinstance(kept, dict) else {}
