"""`goalctl risk`: what was asked about risk, found and decided; offered whenever a risk item is endorsed."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from datetime import date as Day  # noqa: N812 - a type here, beside the option of that name
from typing import Annotated

import typer

from goalctl.cli import options
from goalctl.cli.asking.ask import confirmed
from goalctl.cli.asking.entering import fitting
from goalctl.cli.asking.entry_of import Entry
from goalctl.cli.asking.guided import Task, guided, must_ask
from goalctl.cli.asking.risk_questions import FORM, follow_up_day, risk_entry, risk_questions
from goalctl.cli.days import day_back
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import Date, Writer, plan_to_change, writer_of
from goalctl.cli.writing import echoed, write
from goalctl.documents.change import Edit
from goalctl.model.entry import said
from goalctl.model.plan import Plan
from goalctl.model.session import Kind, Risk
from goalctl.workspace.operations.risk import (
    endorsed_unanswered,
    entry_to_join,
    newly_endorsed,
    risk_recorded,
)
from goalctl.workspace.store.transaction import Changed

NOBODY = "goalctl alerts nobody"

AskedBecause = Annotated[
    str | None,
    typer.Option("--asked-because", metavar="TEXT", help="Why it was asked: phq-9 item 9, something said."),
]
Ideation = Annotated[
    str | None, typer.Option("--ideation", help="none, passive, active or not-asked; more words after a comma.")
]
PlanSaid = Annotated[str | None, typer.Option("--plan", help="A plan? How, when, where?")]
Intent = Annotated[str | None, typer.Option("--intent", help="Any intent to act on it?")]
Means = Annotated[str | None, typer.Option("--means", help="Access to means, and what was done about them.")]
Behaviour = Annotated[
    str | None, typer.Option("--behaviour", help="Attempts, preparations or self-harm, now or before.")
]
HarmToOthers = Annotated[
    str | None, typer.Option("--harm-to-others", help="Thoughts of harming somebody else, or harm from somebody.")
]
Protective = Annotated[list[str] | None, typer.Option("--protective", help="What holds the client; repeat it.")]
Level = Annotated[str | None, typer.Option("--level", help="Your judgement: low, moderate, high, imminent.")]
DoneSaid = Annotated[list[str] | None, typer.Option("--done", help="What you did; repeat it.")]
Consulted = Annotated[str | None, typer.Option("--consulted", help="Whom you consulted.")]
FollowUp = Annotated[
    str | None, typer.Option("--follow-up", metavar="DAY", help="When you look at it again: +1w, fri, 2026-03-09.")
]
NoteSaid = Annotated[str | None, typer.Option("--note", help="Anything else.")]
OwnKind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        help="An entry of its own, of this kind: session, phone …; else it joins that day's, or is a journal.",
    ),
]


def command(
    ctx: typer.Context,
    client: options.Client,
    asked_because: AskedBecause = None,
    ideation: Ideation = None,
    plan: PlanSaid = None,
    intent: Intent = None,
    means: Means = None,
    behaviour: Behaviour = None,
    harm_to_others: HarmToOthers = None,
    protective: Protective = None,
    level: Level = None,
    done: DoneSaid = None,
    consulted: Consulted = None,
    follow_up: FollowUp = None,
    note: NoteSaid = None,
    date: Date = "today",
    kind: OwnKind = None,
    by: Writer = None,
) -> None:
    """Record what was asked about risk, found and decided, whom you consulted and when you follow up.

    goalctl alerts nobody. Without an option it asks, when somebody is there. The record joins that day's entry.
    """
    desk = desk_of(ctx)
    day = day_back(date, today=desk.today, option="--date")
    given = said(
        asked_because=asked_because, ideation=ideation, plan=plan, intent=intent, means=means, behaviour=behaviour,
        harm_to_others=harm_to_others, protective=protective, level=level, done=done, consulted=consulted,
        follow_up=follow_up_day(follow_up, on=day, today=desk.today), note=note,
    )  # fmt: skip
    _refuse_a_visit_that_was_none(kind)
    if given:
        _store(desk, plan_to_change(desk, client), fitting(Risk, given), day, by, kind)
    else:
        must_ask(desk, "what was found", "--ideation passive --level low --follow-up +1w")
        _ask_and_store(desk, client, day, by, kind)


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
            _ask_and_store(desk, client, day, None, None)


def _say(desk: Desk, text: str) -> None:
    """On a terminal between its edges, into a file on one line."""
    desk.say(textwrap.fill(text, desk.width - 1, subsequent_indent="   ") if desk.on_terminal else text)


def _ask_and_store(desk: Desk, client: str, day: Day, by: str | None, kind: str | None) -> None:
    """The form's questions; what would be stored is shown before it is."""
    form = desk.practice.forms.get(FORM)
    if form is None:
        raise UsageError("forms/risk.yaml can't be read", "see what is wrong with: goalctl check, or move it away")

    def task_for(plan: Plan) -> Task:
        desk.say(f"Risk, {echoed(day, what='').strip()}. {NOBODY}.")
        endorsed = endorsed_unanswered(plan, desk.practice.forms, on=day)
        because = ", ".join(f"{one.named} endorsed ({one.answer})" for one in endorsed)
        questions = risk_questions(form, because=because, on=day, today=desk.today)
        return Task(questions, lambda answers: risk_entry(form, answers), _edits(desk, day, by, kind))

    if saved := guided(desk, client, "risk", task_for):
        _tell_stored(desk, saved.changed.plan, day)


def _store(desk: Desk, plan: Plan, record: Entry, day: Day, by: str | None, kind: str | None) -> None:
    joins = None if kind else entry_to_join(plan, day)
    when = echoed(day, what="").strip()
    where = "an entry of its own" if joins is None else f"the {plan.sessions[joins].current.kind.value}"
    edits = _edits(desk, day, by, kind)
    changed = write(desk, plan.client, lambda now: edits(now, record), f"recorded risk in {where} of {when}:")
    _tell_stored(desk, changed.plan, day)


def _edits(desk: Desk, day: Day, by: str | None, kind: str | None) -> Callable[[Plan, Entry], list[Edit]]:
    def edits(now: Plan, record: Entry) -> list[Edit]:
        return risk_recorded(now, record, on=day, by=writer_of(desk, now, by), kind=kind)

    return edits


def _tell_stored(desk: Desk, plan: Plan, day: Day) -> None:
    """When it is looked at again, that nobody else knows, and the id of the entry on stdout."""
    entry = [entry for entry in plan.sessions if entry.current.date == day and entry.risk][-1]
    follow_up = entry.risk.follow_up if entry.risk else None
    when = f"follow-up {echoed(follow_up, what='on')}, which due lists" if follow_up else "no follow-up day is set"
    desk.say(f"{when}; {NOBODY}")
    desk.write(f"{entry.id or day}\n")


def _refuse_a_visit_that_was_none(kind: str | None) -> None:
    seen = [word.value for word in Kind if word.client_was_seen]
    if kind is not None and kind not in seen:
        raise UsageError(f"--kind: '{kind}' can't hold a risk record", f"use {', '.join(seen)}")
