"""`goalctl` alone: the day of the whole caseload, or outside a workspace how to begin. Warm, it reads no plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from goalctl.analysis.caseload.standing import DISCHARGED
from goalctl.cli.desk import Desk, machine_time
from goalctl.cli.failures import COULD_NOT
from goalctl.cli.visits import names_beside, visits_of
from goalctl.views.screens.day import Day, beginning, day_page, worst_reasons
from goalctl.workspace.memory.answer import Answer, day_inquiry
from goalctl.workspace.store.git.second_copy import second_copy
from goalctl.workspace.store.root import NoWorkspaceError, find_root


def show_day(desk: Desk) -> int:
    """The day on one page; 3 when something could not be read, as with `due`."""
    if desk.stated_workspace is None and not _is_inside():
        desk.show_page(beginning())
        return 0
    day = _day(desk)
    desk.show_page(day_page(day))
    return COULD_NOT if any(fault.hides_something for fault in day.faults) else 0


def _day(desk: Desk) -> Day:
    """The day of all plans, as far as they can be read."""
    settings = desk.memory.settings
    today = desk.today_in(settings.timezone)
    answer = desk.memory.answer(day_inquiry(settings, today))
    kept = second_copy(desk.root, machine_time(None))
    gone = set(_discharged(answer))
    return Day(
        today=today,
        within=settings.due_within,
        plans=len(answer.briefs),
        not_begun=answer.not_begun,
        some_rest=answer.some_rest,
        risk=tuple(row for row, _ in answer.risk_of(None)),
        deadlines=tuple(deadline for brief in answer.briefs for deadline in brief.deadlines),
        reasons=worst_reasons(brief.standing for brief in answer.briefs if brief.standing),
        faults=tuple(fault for _, fault in answer.faults),
        room=desk.room,
        uncommitted=kept.waiting,
        days_alone=kept.days_alone,
        days_since_sync=kept.days_since_sync,
        visits=visits_of(answer),
        names=names_beside(desk),
        covered={client: words for client, words in answer.covered.items() if client not in gone},
        back=tuple(cover for cover in answer.settings.covers if cover.is_just_over(today)),
    )


def _discharged(answer: Answer) -> Iterator[str]:
    """Those without a risk that needs an act: the sheet of a cover says nothing of them either."""
    for brief in answer.briefs:
        is_gone = brief.standing is not None and brief.standing.status == DISCHARGED
        if is_gone and not any(row.needs_act for row in brief.risk):
            yield brief.client


def _is_inside() -> bool:
    try:
        find_root(Path.cwd())
    except NoWorkspaceError:
        return False
    return True
