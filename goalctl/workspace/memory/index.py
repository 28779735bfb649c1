"""What `due` needs of every plan, remembered in `.goalctl/` so that unchanged plans are not read again.

Nothing here imports a model: that is what makes a warm `due` quick. The index is only ever a memory: an entry is used
when its file's times, size and inode are the ones remembered, anything odd is forgotten, and the file may be deleted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from goalctl import __version__
from goalctl.analysis.due.deadline import Deadline, Due
from goalctl.documents.lock import own_folder
from goalctl.documents.save import save
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fault
from goalctl.model.scalars import Duration, duration_from
from goalctl.workspace.store.root import FORMS, OWN, SETTINGS
from goalctl.workspace.store.scan import PlanFile, Stamp, stamp_of

FILE = "index.jsonl"


@dataclass(frozen=True, slots=True)
class PlanBrief:
    """One plan in brief: who, what is due when, and what is wrong with the file.

    `newest` is the day of its last entry: for an earlier day than that the brief does not hold.
    """

    client: str
    name: str
    clinician: str
    supervisor: str
    status: str
    newest: date | None
    deadlines: tuple[Deadline, ...]
    faults: tuple[Fault, ...]

    def holds_on(self, today: date) -> bool:
        """Whether it tells what is due on that day."""
        return self.newest is None or self.newest <= today


@dataclass(frozen=True, slots=True)
class SettingsBrief:
    """The settings that `due` needs."""

    timezone: str | None
    due_within: Duration
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """What is remembered: the settings in brief and each plan's brief with its file's stamp."""

    settings: SettingsBrief
    briefs: dict[str, tuple[Stamp, PlanBrief]]
    written_ns: int

    def brief_of(self, file: PlanFile) -> PlanBrief | None:
        """The brief of a file that is as it was; None when it has changed, or may have since the index was written."""
        remembered = self.briefs.get(file.name)
        if remembered is None or remembered[0] != file.stamp or max(file.stamp[:2]) >= self.written_ns:
            return None
        return remembered[1]


def remembered_index(root: Path) -> Index | None:
    """The index, or None when there is none that fits this goalctl, these settings and these forms."""
    path = root / OWN / FILE
    try:
        written_ns = path.stat().st_mtime_ns
        lines = path.read_text(encoding="utf-8").splitlines()
        head = json.loads(lines[0])
        if head["made"] != _made(root) or max(_stamps(root)) >= written_ns:
            return None
        settings = SettingsBrief(head["timezone"], duration_from(head["due_within"]), _faults(head["faults"]))
        briefs = dict(_entry(json.loads(line)) for line in lines[1:])
    except (OSError, ValueError, KeyError, IndexError, TypeError):
        return None  # whatever is wrong with it, the plans themselves are read instead
    return Index(settings, briefs, written_ns)


def write_index(root: Path, settings: SettingsBrief, briefs: Iterable[tuple[PlanFile, PlanBrief]]) -> None:
    """Remember these; a workspace that can't be written to does without."""
    head = {
        "made": _made(root),
        "timezone": settings.timezone,
        "due_within": str(settings.due_within),
        "faults": [_fault_row(fault) for fault in settings.faults],
    }
    rows = [head, *(_row(file, brief) for file, brief in briefs)]
    text = "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    try:
        own_folder(root / OWN)
        save(root / OWN / FILE, text.encode(), root=root)
    except (OSError, GoalctlError):
        return


def _made(root: Path) -> list[Any]:
    """What the index depends on beside the plans."""
    return [__version__, *_stamps(root)]


def _stamps(root: Path) -> list[int]:
    found: list[int] = []
    for path in (root / SETTINGS, *sorted((root / FORMS).glob("*.yaml"))):
        found += stamp_of(path)[:3]
    return found


def _row(file: PlanFile, brief: PlanBrief) -> list[Any]:
    deadlines = [[d.day.isoformat(), d.item, d.kind.value, d.what, d.mark] for d in brief.deadlines]
    newest = brief.newest.isoformat() if brief.newest else None
    who = [brief.client, brief.clinician, brief.supervisor, brief.status, newest]
    return [file.name, list(file.stamp), who, deadlines, [_fault_row(fault) for fault in brief.faults]]


def _entry(row: list[Any]) -> tuple[str, tuple[Stamp, PlanBrief]]:
    name, stamp, (client, clinician, supervisor, status, newest), deadlines, faults = row
    due = tuple(
        Deadline(date.fromisoformat(day), client, item, Due(kind), *words) for day, item, kind, *words in deadlines
    )
    day = date.fromisoformat(newest) if newest else None
    brief = PlanBrief(client, name, clinician, supervisor, status, day, due, _faults(faults))
    return name, (tuple(stamp), brief)


def _fault_row(fault: Fault) -> list[str]:
    return [fault.where, fault.code, fault.message, fault.hint]


def _faults(rows: list[list[str]]) -> tuple[Fault, ...]:
    return tuple(Fault(*row) for row in rows)
