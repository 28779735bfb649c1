"""`goalctl risk`: what was asked about risk, found, decided, and when to follow up; offered when an item is endorsed."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - a type here, beside the option of that name
from typing import Annotated

import typer

from goalctl.cli import options
from goalctl.cli.ask import confirmed
from goalctl.cli.days import day_back
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.entering import fitting
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import Writer, plan_to_change, writer_of
from goalctl.cli.risk_questions import asked_about_risk, follow_up_day, unfinished_risk
from goalctl.cli.writing import echoed, whose, write
from goalctl.documents.change import Edit
from goalctl.model.entry import said
from goalctl.model.finding import Value
from goalctl.model.plan import Plan
from goalctl.model.session import Kind, Risk
from goalctl.workspace.change import Changed
from goalctl.workspace.risk_record import (
    RiskItemEndorsed,
    endorsed_unanswered,
    entry_to_join,
    newly_endorsed,
    risk_recorded,
)

NOBODY = "goalctl alerts nobody."


def command(
    ctx: typer.Context,
    client: options.Client,
    asked_because: Annotated[
        str | None, typer.Option("--asked-because", metavar="TEXT", help="Why it was asked: phq-9 item 9, something said.")
    ] = None,
    ideation: Annotated[
        str | None, typer.Option("--ideation", help="none, passive, active or not-asked; more words after a comma.")
    ] = None,
    plan: Annotated[str | None, typer.Option("--plan", help="A plan? How, when, where?")] = None,
    intent: Annotated[str | None, typer.Option("--intent", help="Any intent to act on it?")] = None,
    means: Annotated[str | None, typer.Option("--means", help="Access to means, and what was done about them.")] = None,
    behaviour: Annotated[
        str | None, typer.Option("--behaviour", help="Attempts, preparations or self-harm, now or before.")
    ] = None,
    harm_to_others: Annotated[
        str | None, typer.Option("--harm-to-others", help="Thoughts of harming somebody else, or harm from somebody.")
    ] = None,
    protective: Annotated[
        list[str] | None, typer.Option("--protective", help="What holds the client; repeat it.")
    ] = None,
    level: Annotated[str | None, typer.Option("--level", help="Your judgement: low, moderate, high, imminent.")] = None,
    done: Annotated[list[str] | None, typer.Option("--done", help="What you did; repeat it.")] = None,
    consulted: Annotated[str | None, typer.Option("--consulted", help="Whom you consulted.")] = None,
    follow_up: Annotated[
        str | None, typer.Option("--follow-up", metavar="DAY", help="When you look at it again: +1w, fri, 2026-03-09.")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", help="Anything else.")] = None,
    date: Annotated[str, typer.Option("--date", metavar="DAY", help="The day: ISO, yesterday, -3d, fri.")] = "today",
    kind: Annotated[
        str | None, typer.Option("--kind", help="An entry of its own, and of which kind: session, phone …")
    ] = None,
    by: Writer = None,
) -> None:
    """Record what was asked about risk, found and decided, whom you consulted and when you follow up.

    goalctl alerts nobody. Without an option it asks, when somebody is there. The record joins that day's session.
    """
    desk = desk_of(ctx)
    day = day_back(date, today=desk.today, option="--date")
    given = said(
        asked_because=asked_because, ideation=ideation, plan=plan, intent=intent, means=means, behaviour=behaviour,
        harm_to_others=harm_to_others, protective=protective, level=level, done=done, consulted=consulted,
        follow_up=follow_up_day(follow_up, on=day, today=desk.today), note=note,
    )  # fmt: skip
    _refuse_a_visit_that_was_none(kind)
    current = plan_to_change(desk, client)
    if given:
        _store(desk, current, fitting(Risk, given), day, by, kind)
    elif desk.may_ask:
        _ask_and_store(desk, current, day, by, kind)
    else:
        raise UsageError("nothing is said about risk", "say what was found, as --ideation passive --level low …")


def offer_risk(desk: Desk, changed: Changed) -> None:
    """After any command that stored answers, as its last step: an endorsed item without a risk record is told.

    Where somebody is there, the record is asked for now; else the command that makes it is given.
    """
    found = newly_endorsed(changed, desk.practice.forms)
    for day in dict.fromkeys(endorsed.day for endorsed in found):
        _tell(desk, [endorsed for endorsed in found if endorsed.day == day])
        client, when = changed.plan.client, "" if day == desk.today else f" --date {day}"
        if desk.may_ask and not desk.with_client and confirmed(desk, "Record now what was asked and decided?"):
            _ask_and_store(desk, changed.plan, day, None, None)
        else:
            desk.say(f"   to record it: goalctl risk {client}{when}")


def _tell(desk: Desk, found: list[RiskItemEndorsed]) -> None:
    if desk.with_client:
        desk.say("!! Before you close this session: one answer needs a record of its own.")
        return
    for endorsed in found:
        desk.say(f"!! ENDORSED: {endorsed.named}, answer {endorsed.answer}, on {endorsed.day}. {endorsed.says}.")
    desk.say(f"   Nothing is recorded about it yet. {NOBODY}")


def _ask_and_store(desk: Desk, plan: Plan, day: Day, by: str | None, kind: str | None) -> None:
    """Whose plan it is, the questions, what would be stored, and a last word before it is."""
    endorsed = endorsed_unanswered(plan, desk.practice.forms, on=day)
    reasons = [f"{one.named} endorsed ({one.answer})" for one in endorsed]
    desk.say(f"{whose(plan)}\nRisk, {echoed(day, what='for').removeprefix('for ')}. {NOBODY}")
    unfinished = unfinished_risk(desk, plan.client)
    record = asked_about_risk(desk, unfinished, because=", ".join(reasons), on=day)
    try:
        wanted = confirmed(desk, "Save this record?")
    except (KeyboardInterrupt, EOFError):
        desk.say(f"\nStopped; nothing was changed. What you typed is kept: {unfinished.name}")
        raise KeyboardInterrupt from None
    if not wanted:
        desk.say(f"Not saved. What you typed is kept: {unfinished.name}")
        return
    _store(desk, plan, record, day, by, kind)
    unfinished.forget()


def _store(desk: Desk, plan: Plan, record: dict[str, Value], day: Day, by: str | None, kind: str | None) -> None:
    def changes(now: Plan) -> list[Edit]:
        return risk_recorded(now, record, on=day, by=writer_of(desk, now, by), kind=kind)

    joins = None if kind else entry_to_join(plan, day)
    where = f"in an entry of its own, {echoed(day, what='').strip()}"
    if joins is not None:
        where = f"in the {plan.sessions[joins].current.kind.value} of {echoed(day, what='').strip()}"
    changed = write(desk, plan.client, changes, f"recorded {where}:")
    follow_up = record.get("follow_up")
    desk.say(f"follow-up on {follow_up}; due lists it" if follow_up else "no follow-up day is set")
    desk.say(NOBODY)
    stored = [entry for entry in changed.plan.sessions if entry.current.date == day and entry.risk]
    desk.write(f"{stored[-1].id or day}\n")


def _refuse_a_visit_that_was_none(kind: str | None) -> None:
    seen = [word.value for word in Kind if word.client_was_seen]
    if kind is not None and kind not in seen:
        raise UsageError(f"--kind: '{kind}' can't hold a risk record", f"use {', '.join(seen)}")
