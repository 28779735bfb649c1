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
from goalctl.analysis.risk.told import ToldRow
from goalctl.documents.lock import own_folder
from goalctl.documents.save import save
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fault
from goalctl.model.scalars import Duration, duration_from
from goalctl.workspace.store.root import FORMS, OWN, SETTINGS
from goalctl.workspace.store.scan import PlanFile, Stamp, stamp_of

FILE = "index.jsonl"
LAYOUT = 2
NOT_THERE: Stamp = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class RiskBrief:
    """The rows of risk of one plan as they stand from `first` to `last`; with `last` None, until the file changes.

    `beside` are the files of earlier episodes that they depend on, each with its stamp.
    """

    rows: tuple[ToldRow, ...]
    first: date
    last: date | None = None
    beside: tuple[tuple[str, Stamp], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanBrief:
    """One plan in brief: who, what is due when, where risk stands, and what is wrong with the file.

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
    risk: RiskBrief

    def holds_on(self, today: date) -> bool:
        """Whether it tells what is due on that day, and where risk stands."""
        is_late_enough = self.risk.first <= today and (self.newest is None or self.newest <= today)
        return is_late_enough and (self.risk.last is None or today <= self.risk.last)


@dataclass(frozen=True, slots=True)
class SettingsBrief:
    """The settings that `due` needs."""

    timezone: str | None
    due_within: Duration
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """What is remembered: the settings in brief and each plan's brief with its file's stamp."""

    root: Path
    settings: SettingsBrief
    briefs: dict[str, tuple[Stamp, PlanBrief]]
    written_ns: int

    def brief_of(self, file: PlanFile) -> PlanBrief | None:
        """The brief of a file that is as it was; None when it has changed, or may have since the index was written."""
        remembered = self.briefs.get(file.name)
        if remembered is None or not self._is_as_it_was(file.stamp, remembered[0]):
            return None
        beside = remembered[1].risk.beside
        unchanged = all(self._is_as_it_was(stamp_beside(self.root / name), stamp) for name, stamp in beside)
        return remembered[1] if unchanged else None

    def _is_as_it_was(self, now: Stamp, then: Stamp) -> bool:
        return now == then and max(now[:2]) < self.written_ns


def stamp_beside(path: Path) -> Stamp:
    """The stamp of a file that may not be there."""
    try:
        return stamp_of(path)
    except OSError:
        return NOT_THERE


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
    return Index(root, settings, briefs, written_ns)


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
    return [f"{__version__} {LAYOUT}", *_stamps(root)]


def _stamps(root: Path) -> list[int]:
    found: list[int] = []
    for path in (root / SETTINGS, *sorted((root / FORMS).glob("*.yaml"))):
        found += stamp_of(path)[:3]
    return found


def _row(file: PlanFile, brief: PlanBrief) -> list[Any]:
    deadlines = [[d.day.isoformat(), d.item, d.kind.value, d.what, d.mark] for d in brief.deadlines]
    newest = brief.newest.isoformat() if brief.newest else None
    who = [brief.client, brief.clinician, brief.supervisor, brief.status, newest]
    faults = [_fault_row(fault) for fault in brief.faults]
    return [file.name, list(file.stamp), who, deadlines, faults, _risk_row(brief.risk)]


def _risk_row(risk: RiskBrief) -> list[Any]:
    rows = [[row.day.isoformat(), row.words, row.needs_act, row.rank] for row in risk.rows]
    return [rows, risk.first.isoformat(), risk.last.isoformat() if risk.last else None, risk.beside]


def _entry(row: list[Any]) -> tuple[str, tuple[Stamp, PlanBrief]]:
    name, stamp, (client, clinician, supervisor, status, newest), deadlines, faults, risk = row
    due = tuple(
        Deadline(date.fromisoformat(day), client, item, Due(kind), *words) for day, item, kind, *words in deadlines
    )
    day = date.fromisoformat(newest) if newest else None
    brief = PlanBrief(client, name, clinician, supervisor, status, day, due, _faults(faults), _risk(client, *risk))
    return name, (tuple(stamp), brief)


def _risk(client: str, rows: list[Any], first: str, last: str | None, beside: list[Any]) -> RiskBrief:
    return RiskBrief(
        rows=tuple(ToldRow(client, date.fromisoformat(day), *words) for day, *words in rows),
        first=date.fromisoformat(first),
        last=date.fromisoformat(last) if last else None,
        beside=tuple((name, tuple(stamp)) for name, stamp in beside),
    )


def _fault_row(fault: Fault) -> list[str]:
    return [fault.where, fault.code, fault.message, fault.hint]


def _faults(rows: list[list[str]]) -> tuple[Fault, ...]:
    return tuple(Fault(*row) for row in rows)
