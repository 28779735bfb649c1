"""`goalctl history`: what changed when, in clinical words."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from goalctl.analysis.case import Case
from goalctl.analysis.history.event import Event
from goalctl.analysis.history.events import has_history, summary_of
from goalctl.cli.declared import Argument
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.options import Client, ListingFormat, Recorded
from goalctl.cli.reading import faults_in, readable_plan, see_recorded, tell_errors
from goalctl.model.plan import Plan
from goalctl.views.clean import clean
from goalctl.views.data.plan import history_document
from goalctl.views.listings.history import history_view
from goalctl.views.words.as_of import doubt_words
from goalctl.workspace.store.caseload import CasePlan
from goalctl.workspace.store.git.repository import Repository
from goalctl.workspace.store.git.versions import events_seen


def command(
    desk: Desk,
    client: Client,
    item: Annotated[str, Argument(metavar="[ID]", help="Only this goal, entry, change …", show_default=False)] = "",
    recorded: Recorded = None,
    shown_as: ListingFormat = None,
) -> int:
    """Tell what changed when, and why: from the plan's own trail and from git, nothing twice."""
    written_by = see_recorded(desk, recorded)
    file, plan = readable_plan(desk, client)
    case = _case(desk, plan, written_by)
    if item:
        _refuse_unknown(case.plan, item)
    events = case.history(_seen(desk, file, written_by), of=item)
    desk.answer(
        lambda: history_view(events, empty="Nothing has happened yet."),
        lambda: history_document(plan.client, events, faults_in(file), today=desk.today),
        shown_as,
    )
    if item and (summary := summary_of(case.plan, item)):
        desk.say(summary)
    if doubt := doubt_words(case):
        desk.say(clean(f"{plan.client} {doubt}"))
    return tell_errors(desk, file)


def _case(desk: Desk, plan: Plan, recorded: date | None) -> Case:
    """The plan as of an earlier day; from the day that it is, later days too, because nothing is judged."""
    if recorded or desk.practice.is_earlier(desk.today):
        return desk.practice.case(plan, today=desk.today, recorded=recorded)
    return Case(plan, desk.practice.forms, desk.today, desk.practice.settings)


def _seen(desk: Desk, file: CasePlan, recorded: date | None) -> list[Event]:
    """What git tells: all of it, or on an earlier day what was by then."""
    if not Repository(desk.root).has_history():
        return []
    seen = events_seen(desk.practice, file.file, until=recorded or date.max)
    last = desk.today if desk.practice.is_earlier(desk.today) else date.max
    return [event for event in seen if event.day is None or event.day <= last]


def _refuse_unknown(plan: Plan, item: str) -> None:
    if not has_history(plan, item):
        known = f"known here: {', '.join(plan.scorables) or 'nothing yet'}"
        raise UsageError(f"{plan.client} has no {item}", f"{known}; or the id of an entry, homework, review or change")
