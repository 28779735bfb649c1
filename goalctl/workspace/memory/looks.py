"""Why each plan needs a look today, remembered for the rest of the day; reading plans is left to `fresh_looks`.

As light as the index and for the same reason. A memory is of one day, one goalctl, these settings and these forms.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from goalctl import __version__
from goalctl.documents.lock import own_folder
from goalctl.documents.save import save
from goalctl.model.errors import GoalctlError
from goalctl.workspace.store.root import FORMS, OWN, SETTINGS
from goalctl.workspace.store.scan import PlanFile, Stamp, stamp_of

FILE = "day.jsonl"
LAYOUT = 2


@dataclass(frozen=True, slots=True, order=True)
class Look:
    """The most urgent reason to look at a plan but risk, which the index holds; sorts the worst first.

    `more` is how many other reasons it has.
    """

    rank: int
    day: str
    client: str
    kind: str
    because: str
    more: int


@dataclass(frozen=True, slots=True)
class Looks:
    """What is remembered by file name, each with the file's stamp; None for a plan that needs no look."""

    known: Mapping[str, tuple[Stamp, Look | None]] = field(default_factory=dict)
    written_ns: int = 0

    def knows(self, file: PlanFile) -> bool:
        """Whether the file is as it was when its plan was looked at."""
        remembered = self.known.get(file.name)
        return remembered is not None and remembered[0] == file.stamp and max(file.stamp[:2]) < self.written_ns


def remembered_looks(root: Path, today: date) -> Looks:
    """What is remembered of that day; nothing when it fits no more."""
    path = root / OWN / FILE
    try:
        written_ns = path.stat().st_mtime_ns
        head, *rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
        if head != _made(root, today) or max(head[2:]) >= written_ns:
            return Looks()
        return Looks({name: (tuple(stamp), Look(*look) if look else None) for name, stamp, look in rows}, written_ns)
    except (OSError, ValueError, TypeError):
        return Looks()


def remember_looks(root: Path, today: date, looks: Iterable[tuple[PlanFile, Look | None]]) -> None:
    """Remember these; a workspace that can't be written to does without."""
    rows: list[Any] = [_made(root, today)]
    rows += [[file.name, file.stamp, _row(look)] for file, look in looks]
    text = "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    try:
        own_folder(root / OWN)
        save(root / OWN / FILE, text.encode(), root=root)
    except (OSError, GoalctlError):
        return


def _row(look: Look | None) -> list[Any] | None:
    return [look.rank, look.day, look.client, look.kind, look.because, look.more] if look else None


def _made(root: Path, today: date) -> list[Any]:
    """What it depends on beside the plans."""
    stamps = [stamp_of(path) for path in (root / SETTINGS, *sorted((root / FORMS).glob("*.yaml")))]
    return [f"{__version__} {LAYOUT}", today.isoformat(), *(part for stamp in stamps for part in stamp[:3])]
