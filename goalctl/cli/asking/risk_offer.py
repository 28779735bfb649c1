"""Risk where it comes up: whatever command stored an endorsed item tells it at its end, and asks for the record."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from datetime import date

from goalctl.cli.asking.ask import confirmed
from goalctl.cli.asking.entry_of import Entry
from goalctl.cli.asking.guided import Task, guided
from goalctl.cli.asking.risk_questions import FORM, risk_entry, risk_questions
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import writer_of
from goalctl.cli.writing import echoed
from goalctl.documents.change import Edit
from goalctl.model.plan import Plan
from goalctl.workspace.operations.risk import endorsed_unanswered, newly_endorsed, risk_recorded
from goalctl.workspace.store.transaction import Changed

NOBODY = "goalctl alerts nobody"


def offer_risk(desk: Desk, changed: Changed) -> None:
    """After any command that stored answers, as its last step: an endorsed item without a risk record is told.

    With it comes the command that records it, and where somebody is there, the record is asked for now.
    """
    found = newly_endorsed(changed, desk.practice.forms)
    for day in dict.fromkeys(endorsed.day for endorsed in found):
        if desk.with_client:
            desk.say("!! Before you close this session: one answer needs a record of its own.")
            return
        client, when = changed.plan.client, "" if day == desk.today else f" --date {day}"
        for one in (endorsed for endorsed in found if endorsed.day == day):
            desk.say(f"!! ENDORSED: {one.named}, answer {one.answer}, on {one.day}.")
            _say(desk, f"   {one.says[:1].upper()}{one.says[1:]}.")
        desk.say(f"   Nothing is recorded about it yet. {NOBODY}.\n   To record it: goalctl risk {client}{when}")
        if desk.may_ask and confirmed(desk, "Record it now?"):
            ask_and_store(desk, client, day, None, None)


def _say(desk: Desk, text: str) -> None:
    """On a terminal between its edges, into a file on one line."""
    desk.say(textwrap.fill(text, desk.width - 1, subsequent_indent="   ") if desk.on_terminal else text)


def ask_and_store(desk: Desk, client: str, day: date, by: str | None, kind: str | None) -> None:
    """The form's questions; what would be stored is shown before it is."""
    form = desk.practice.forms.get(FORM)
    if form is None:
        raise UsageError("forms/risk.yaml can't be read", "see what is wrong with: goalctl check, or move it away")

    def task_for(plan: Plan) -> Task:
        desk.say(f"Risk, {echoed(day, what='').strip()}. {NOBODY}.")
        endorsed = endorsed_unanswered(plan, desk.practice.forms, on=day)
        because = ", ".join(f"{one.named} endorsed ({one.answer})" for one in endorsed)
        questions = risk_questions(form, because=because, on=day, today=desk.today)
        return Task(questions, lambda answers: risk_entry(form, answers), recording(desk, day, by, kind))

    if saved := guided(desk, client, "risk", task_for):
        tell_stored(desk, saved.changed.plan, day)


def recording(desk: Desk, day: date, by: str | None, kind: str | None) -> Callable[[Plan, Entry], list[Edit]]:
    """What makes of a record, and of the plan as it is by then, the edits that store it on that day."""

    def edits(now: Plan, record: Entry) -> list[Edit]:
        return risk_recorded(now, record, on=day, by=writer_of(desk, now, by), kind=kind)

    return edits


def tell_stored(desk: Desk, plan: Plan, day: date) -> None:
    """When it is looked at again, that nobody else knows, and the id of the entry on stdout."""
    entry = [entry for entry in plan.sessions if entry.current.date == day and entry.risk][-1]
    follow_up = entry.risk.follow_up if entry.risk else None
    when = f"follow-up {echoed(follow_up, what='on')}, which due lists" if follow_up else "no follow-up day is set"
    desk.say(f"{when}; {NOBODY}")
    desk.write(f"{entry.id or day}\n")
