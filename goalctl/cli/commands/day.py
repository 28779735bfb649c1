"""`goalctl` alone: the day of the whole caseload, or outside a workspace how to begin. Warm, it reads no plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from goalctl.cli.desk import Desk, machine_time
from goalctl.cli.failures import COULD_NOT
from goalctl.model.finding import Fault, fault_of
from goalctl.views.screens.day import Day, Reason, beginning, day_page
from goalctl.workspace.memory.index import PlanBrief
from goalctl.workspace.memory.looks import Look, remembered_looks
from goalctl.workspace.memory.watch import Watch
from goalctl.workspace.store.root import NoWorkspaceError, find_root
from goalctl.workspace.store.scan import PlanFile, Scan, scan


def show_day(desk: Desk) -> int:
    """The day on one page; 3 when something could not be read, as with `due`."""
    if desk.stated_workspace is None and not _is_inside():
        desk.show_page(beginning())
        return 0
    found = scan(desk.root)
    watch = Watch.of(desk.root, machine_time)
    today = desk.today_in(watch.settings.timezone)
    briefs = watch.briefs(found.files, today=today, all_files=True)
    day = Day(
        today=today,
        within=watch.settings.due_within,
        plans=len(found.files),
        risk=tuple(row for brief in briefs for row in brief.risk.rows),
        deadlines=tuple(deadline for brief in briefs for deadline in brief.deadlines),
        reasons=tuple(_reason(look) for look in sorted(_looks(desk, found.files, today))),
        faults=_faults(watch, found, briefs),
        room=desk.width if desk.on_terminal else None,
    )
    desk.show_page(day_page(day))
    return COULD_NOT if any(fault.hides_something for fault in day.faults) else 0


def _is_inside() -> bool:
    try:
        find_root(Path.cwd())
    except NoWorkspaceError:
        return False
    return True


def _faults(watch: Watch, found: Scan, briefs: Iterable[PlanBrief]) -> tuple[Fault, ...]:
    """What could not be read: the settings, stray files, plans."""
    strays = (fault_of(name, finding) for name, finding in found.strays)
    return (*watch.settings.faults, *strays, *(fault for brief in briefs for fault in brief.faults))


def _looks(desk: Desk, files: tuple[PlanFile, ...], today: date) -> list[Look]:
    """From memory when it knows every plan; only else are plans, and the models they need, read."""
    known = remembered_looks(desk.root, today)
    if all(known.knows(file) for file in files):
        looks = [known.known[file.name][1] for file in files]
    else:
        from goalctl.workspace.memory.fresh_looks import fresh_looks

        fresh = fresh_looks(
            desk.practice, files, known, today=today,
            watched=lambda unread: desk.progress(unread, total=len(unread), doing="reading plans"),
        )  # fmt: skip
        looks = list(fresh.values())
    return [look for look in looks if look is not None]


def _reason(look: Look) -> Reason:
    return Reason(look.client, look.kind, look.because, look.more)
