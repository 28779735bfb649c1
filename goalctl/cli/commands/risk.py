"""`goalctl risk`: what was asked about risk, found and decided; offered whenever a risk item is endorsed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date as Day  # noqa: N812 - a type here, beside the option of that name
from typing import Annotated

from goalctl.cli import options
from goalctl.cli.asking.entering import fitting_entry
from goalctl.cli.asking.guided import must_ask
from goalctl.cli.asking.risk.risk_offer import ask_and_store, record_edits, tell_stored
from goalctl.cli.asking.risk.risk_questions import follow_up_day
from goalctl.cli.days import day_back
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import Date, Writer, plan_to_change, refuse_nobody
from goalctl.cli.writing import day_in_words, write
from goalctl.model.entry import entry_values
from goalctl.model.finding import Fields
from goalctl.model.plan import Plan
from goalctl.model.session import Kind, Risk
from goalctl.workspace.operations.risk import place_of_record

AskedBecause = Annotated[
    str | None,
    Option("--asked-because", metavar="TEXT", help="Why it was asked: phq-9 item 9, something said."),
]
WhoAsked = Annotated[str | None, Option("--who", help="Whom it is about, in a plan with members.")]
ConcernSaid = Annotated[
    str | None,
    Option("--concern", help="suicide, self-harm, harm to others, harm from others or withdrawal.", show_default=False),
]
Recent = Annotated[
    str | None, Option("--recent", metavar="yes|no", help="Was a behaviour within the last three months?")
]
Ideation = Annotated[
    str | None, Option("--ideation", help="none, passive, active or not-asked; more words after a comma.")
]
PlanSaid = Annotated[str | None, Option("--plan", help="A plan? How, when, where?")]
Intent = Annotated[str | None, Option("--intent", help="Any intent to act on it?")]
Means = Annotated[str | None, Option("--means", help="Access to means, and what was done about them.")]
Behaviour = Annotated[str | None, Option("--behaviour", help="Attempts, preparations or self-harm, now or before.")]
HarmToOthers = Annotated[
    str | None, Option("--harm-to-others", help="Thoughts of harming somebody else, or harm from somebody.")
]
Protective = Annotated[list[str] | None, Option("--protective", help="What holds the client; repeat it.")]
Level = Annotated[str | None, Option("--level", help="Your judgement: low, moderate, high, imminent.")]
DoneSaid = Annotated[list[str] | None, Option("--done", help="What you did; repeat it.")]
Consulted = Annotated[str | None, Option("--consulted", help="Whom you consulted.")]
FollowUp = Annotated[
    str | None, Option("--follow-up", metavar="DAY", help="When you look at it again: +1w, fri, 2026-03-09.")
]
Closed = Annotated[
    list[str] | None,
    Option(
        "--close",
        metavar="CONCERN",
        help="Close it without asking, with --because: handed over, unreachable, entry error.",
    ),
]
ClosedBecause = Annotated[str | None, Option("--because", metavar="TEXT", help="Why it is closed.")]
NoteSaid = Annotated[str | None, Option("--note", help="Anything else.")]
OwnKind = Annotated[
    str | None,
    Option(
        "--kind",
        help="An entry of its own, of this kind: session, phone …; else it joins that day's, or is a journal.",
    ),
]


def command(
    desk: Desk,
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

    goalctl alerts nobody. Without an option it asks, when somebody is there.
    The record joins that day's entry; a closing is an entry of its own.
    """
    day = day_back(date, today=desk.today, option="--date")
    found = FoundOptions(ideation, recent, plan, intent, means, behaviour, harm_to_others, protective, level)
    typed = RiskOptions(who, concern, asked_because, found, done, consulted, follow_up, close, because, note)
    given, about = typed.entry(day, desk.today), entry_values(who=who, concern=concern)
    _refuse_what_does_not_fit(kind, typed)
    opened = plan_to_change(desk, client)
    refuse_nobody(desk, opened, who)
    if given != about:
        _store(desk, opened, fitting_entry(Risk, given), day, by, kind)
    else:
        must_ask(desk, "what was found", "--ideation passive --level low --follow-up +1w")
        ask_and_store(desk, client, day, by, kind, about=fitting_entry(Risk, about))


@dataclass(frozen=True, slots=True)
class FoundOptions:
    """The options that say what was found."""

    ideation: str | None
    recent: str | None
    plan: str | None
    intent: str | None
    means: str | None
    behaviour: str | None
    harm_to_others: str | None
    protective: Sequence[str] | None
    level: str | None


@dataclass(frozen=True, slots=True)
class RiskOptions:
    """The options that say a risk record."""

    who: str | None
    concern: str | None
    asked_because: str | None
    found: FoundOptions
    done: Sequence[str] | None
    consulted: str | None
    follow_up: str | None
    close: Sequence[str] | None
    because: str | None
    note: str | None

    def entry(self, day: Day, today: Day) -> Fields:
        """What they say, as the plan holds it."""
        follow_up, found = follow_up_day(self.follow_up, on=day, today=today), asdict(self.found)
        head = entry_values(who=self.who, concern=self.concern, asked_because=self.asked_because)
        done = entry_values(done=self.done, consulted=self.consulted, follow_up=follow_up)
        end = entry_values(close=self.close, because=self.because, note=self.note)
        return head | entry_values(**found) | done | end


def _store(desk: Desk, plan: Plan, record: Fields, day: Day, by: str | None, kind: str | None) -> None:
    joins = None if kind else place_of_record(plan, record, day)
    when = day_in_words(day, what="").strip()
    where = "an entry of its own" if joins is None else f"the {plan.sessions[joins].current.kind.value}"
    edits = record_edits(desk, day, by, kind)
    changed = write(desk, plan.client, lambda now: edits(now, record), f"recorded risk in {where} of {when}:")
    tell_stored(desk, changed, day)


def _refuse_what_does_not_fit(kind: str | None, typed: RiskOptions) -> None:
    seen = [word.value for word in Kind if word.client_was_seen]
    if kind is not None and kind not in seen:
        raise UsageError(f"--kind: '{kind}' can't hold a risk record", f"use {', '.join(seen)}")
    if bool(typed.close) != bool(typed.because):
        hint = 'as: --close suicide --because "handed over to the crisis team"'
        raise UsageError("--close and --because belong together", hint)
