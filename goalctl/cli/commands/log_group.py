"""`goalctl log-group`: one group session in several plans, all or none, and no member's id in another's file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - a type here, beside the option of that name
from typing import Annotated

from goalctl.cli.asking.entering import fitting_entry, typed_score
from goalctl.cli.asking.risk.risk_offer import offer_risk_of_session
from goalctl.cli.days import day_ahead, day_back
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import Writer, plan_to_change, writer_of
from goalctl.cli.writing import added_lines, day_in_words, say_early, say_strangers, say_twice, tell_beside, whose
from goalctl.model.entry import entry_values
from goalctl.model.finding import Value
from goalctl.model.scalars import excerpt
from goalctl.model.session import Session
from goalctl.workspace.operations.log_group import group_edits
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.scan import scan
from goalctl.workspace.store.transaction.transaction import Changes, change_plans

LEAST = 2


@dataclass
class Member:
    """What is said of one member alone."""

    client: str
    scores: dict[str, str] = field(default_factory=dict)
    response: str | None = None


def command(
    desk: Desk,
    words: Annotated[
        list[str],
        Argument(
            metavar="CLIENT... [CLIENT:ID=SCORE]...",
            help="Who was there, and single scores: c-1 c-2 c-3 c-1:g1=6 c-2:g1.1=3",
            show_default=False,
        ),
    ],
    group: Annotated[str | None, Option("--group", help="The group's name, as tuesday.")] = None,
    note: Annotated[str | None, Option("--note", help="About the group; it stands in every plan.")] = None,
    response: Annotated[
        list[str] | None,
        Option("--response", metavar="CLIENT=TEXT", help="How one of them responded; repeat it."),
    ] = None,
    date: Annotated[str, Option("--date", metavar="DAY", help="The day: ISO, yesterday, -3d, fri.")] = "today",
    time: Annotated[str | None, Option("--time", metavar="18:00-19:30", help="Start, or start and end.")] = None,
    minutes: Annotated[str | None, Option("--minutes", metavar="N", help="How long it took.")] = None,
    place: Annotated[str | None, Option("--place", help="office, video, phone, home or other.")] = None,
    cpt: Annotated[list[str] | None, Option("--cpt", help="A CPT code; repeat it.")] = None,
    next_: Annotated[str | None, Option("--next", metavar="DAY", help="The next meeting: +1w, fri …")] = None,
    by: Writer = None,
) -> None:
    """Log one group session in the plan of everybody who was there: all of them, or none if one can't be written."""
    members = _members(words, response)
    _refuse_names(members, [group, note])
    day = day_back(date, today=desk.today, option="--date")
    following = day_ahead(next_, today=day, option="--next") if next_ else None
    shared = entry_values(
        date=day, time=time, minutes=minutes, kind="group", place=place, group=group, cpt=cpt, note=note
    )
    wanted = [_changes(desk, member, shared | entry_values(next=following), by) for member in members]
    _save(desk, members, wanted, day)


def _save(desk: Desk, members: Sequence[Member], wanted: Sequence[Changes], day: Day) -> None:
    """All of them or none; on stdout each member's id with that of the new entry."""
    found = scan(desk.root)
    files = [client_file(found, member.client, exact=True) for member in members]
    for changed in change_plans(desk.practice, list(zip(files, wanted, strict=True))):
        desk.say(f"{whose(desk, changed.plan)}\nlogged a group session of {day_in_words(day, what='').strip()}:")
        tell_beside(desk, found, changed.plan.client)
        desk.say(added_lines(changed))
        say_strangers(desk, changed, of_many=True)
        say_early(desk, changed, of_many=True)
        say_twice(desk, changed, of_many=True)
        desk.write(f"{changed.plan.client} {changed.plan.sessions[-1].id}\n")
        offer_risk_of_session(desk, changed, asks=False)


def _members(words: Sequence[str], response: Iterable[str] | None) -> list[Member]:
    members = {client: Member(client) for client in _clients(words)}
    for word in words:
        if word not in members:
            client, _, pair = word.partition(":")
            item, score = _pair(pair, word, "c-1:g1=6")
            _add_score(_member(members, client, word), item, score)
    for text in response or ():
        client, words_said = _pair(text, text, 'c-1="spoke twice"')
        _member(members, client, text).response = words_said
    return list(members.values())


def _clients(words: Sequence[str]) -> list[str]:
    clients = [word for word in words if ":" not in word and "=" not in word]
    if twice := [client for client in clients if clients.count(client) > 1]:
        raise UsageError(f"{excerpt(twice[0])} is named twice", "name everybody once")
    if len(clients) < LEAST:
        raise UsageError("a group has at least two members", "name them all: goalctl log-group c-1 c-2 c-3 …")
    return clients


def _pair(pair: str, word: str, example: str) -> tuple[str, str]:
    key, equals, value = pair.partition("=")
    if not (key and equals and value):
        raise UsageError(f"'{excerpt(word)}' is not understood", f"write it as {example}")
    return key, value


def _member(members: Mapping[str, Member], client: str, word: str) -> Member:
    if client not in members:
        raise UsageError(f"'{excerpt(word)}': {excerpt(client)} is not among those who were there", "name them first")
    return members[client]


def _add_score(member: Member, item: str, score: str) -> None:
    if item in member.scores:
        raise UsageError(f"{member.client}: {excerpt(item)} is scored twice", "keep one of the two")
    member.scores[item] = score


def _refuse_names(members: Sequence[Member], shared: Iterable[str | None]) -> None:
    """Nobody's id may come into another's file, by way of a note either."""
    for text in filter(None, shared):
        for member in members:
            _refuse_name(member.client, text)
    for member in members:
        for other in members:
            if member.response and other is not member:
                _refuse_name(other.client, member.response)


def _refuse_name(client: str, text: str) -> None:
    if re.search(rf"(?<![\w.-]){re.escape(client)}(?![\w-])", text, re.IGNORECASE):
        hint = "what is about one of them goes into --response CLIENT=TEXT, without anybody's id"
        raise UsageError(f"{client} is named in a text that would stand in another's plan", hint)


def _changes(desk: Desk, member: Member, shared: Mapping[str, Value], by: str | None) -> Changes:
    plan = plan_to_change(desk, member.client)
    scores = {rated: typed_score(plan, rated, text) for rated, text in member.scores.items()}
    own = entry_values(scores=scores, response=member.response)
    fitting_entry(Session, {**shared, **own})
    return lambda plan: group_edits(plan, shared, own, writer_of(desk, plan, by))
