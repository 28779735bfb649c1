"""`goalctl risk`: what was asked about risk, found and decided; offered whenever a risk item is endorsed."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - a type here, beside the option of that name
from typing import Annotated

import typer

from goalctl.cli import options
from goalctl.cli.asking.entering import fitting_entry
from goalctl.cli.asking.entry_of import Entry
from goalctl.cli.asking.guided import must_ask
from goalctl.cli.asking.risk_offer import ask_and_store, recording, tell_stored
from goalctl.cli.asking.risk_questions import follow_up_day
from goalctl.cli.days import day_back
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import Date, Writer, plan_to_change
from goalctl.cli.writing import day_in_words, write
from goalctl.model.entry import entry_values
from goalctl.model.plan import Plan
from goalctl.model.session import Kind, Risk
from goalctl.workspace.operations.risk import (
    entry_to_join,
)

AskedBecause = Annotated[
    str | None,
    typer.Option("--asked-because", metavar="TEXT", help="Why it was asked: phq-9 item 9, something said."),
]
WhoAsked = Annotated[str | None, typer.Option("--who", help="Whom it is about, in a plan with members.")]
ConcernSaid = Annotated[
    str | None,
    typer.Option(
        "--concern", help="suicide, self-harm, harm to others, harm from others or withdrawal.", show_default=False
    ),
]
Recent = Annotated[
    str | None, typer.Option("--recent", metavar="yes|no", help="Was a behaviour within the last three months?")
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
Closed = Annotated[
    list[str] | None,
    typer.Option(
        "--close",
        metavar="CONCERN",
        help="Close it without asking, with --because: handed over, unreachable, entry error.",
    ),
]
ClosedBecause = Annotated[str | None, typer.Option("--because", metavar="TEXT", help="Why it is closed.")]
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
    who: WhoAsked = None,
    concern: ConcernSaid = None,
    asked_because: AskedBecause = None,
    ideation: Ideation = None,
    recent: Recent = None,
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
    close: Closed = None,
    because: ClosedBecause = None,
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
    given = entry_values(
        who=who, concern=concern, asked_because=asked_because, ideation=ideation, recent=recent, plan=plan,
        intent=intent, means=means, behaviour=behaviour, harm_to_others=harm_to_others, protective=protective,
        level=level, done=done, consulted=consulted,
        follow_up=follow_up_day(follow_up, on=day, today=desk.today), close=close, because=because, note=note,
    )  # fmt: skip
    _refuse_a_visit_that_was_none(kind)
    _refuse_half_a_closing(close, because)
    if given:
        _store(desk, plan_to_change(desk, client), fitting_entry(Risk, given), day, by, kind)
    else:
        must_ask(desk, "what was found", "--ideation passive --level low --follow-up +1w")
        ask_and_store(desk, client, day, by, kind)


def _store(desk: Desk, plan: Plan, record: Entry, day: Day, by: str | None, kind: str | None) -> None:
    joins = None if kind else entry_to_join(plan, day)
    when = day_in_words(day, what="").strip()
    where = "an entry of its own" if joins is None else f"the {plan.sessions[joins].current.kind.value}"
    edits = recording(desk, day, by, kind)
    changed = write(desk, plan.client, lambda now: edits(now, record), f"recorded risk in {where} of {when}:")
    tell_stored(desk, changed, day)


def _refuse_half_a_closing(close: list[str] | None, because: str | None) -> None:
    if bool(close) != bool(because):
        hint = 'as: --close suicide --because "handed over to the crisis team"'
        raise UsageError("--close and --because belong together", hint)


def _refuse_a_visit_that_was_none(kind: str | None) -> None:
    seen = [word.value for word in Kind if word.client_was_seen]
    if kind is not None and kind not in seen:
        raise UsageError(f"--kind: '{kind}' can't hold a risk record", f"use {', '.join(seen)}")
