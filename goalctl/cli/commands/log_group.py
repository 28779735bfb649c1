"""`goalctl log-group`: one group session in several plans, all or none, and no member's id in another's file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated

import typer

from goalctl.cli.asking.entering import fitting
from goalctl.cli.days import day_ahead, day_back
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import Writer, writer_of
from goalctl.cli.writing import added_lines, echoed, whose
from goalctl.documents.change import Edit
from goalctl.model.entry import said
from goalctl.model.finding import Value
from goalctl.model.plan import Plan
from goalctl.model.scalars import shown
from goalctl.model.session import Session
from goalctl.workspace.edits.additions import appended, new_session_id
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.scan import scan
from goalctl.workspace.store.transaction import Changes, change_plans

LEAST = 2


@dataclass
class Member:
    """What is said of one member alone."""

    client: str
    scores: dict[str, Value] = field(default_factory=dict)
    response: str | None = None


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="CLIENT... [CLIENT:ID=SCORE]...",
            help="Who was there, and single scores: c-1 c-2 c-3 c-1:g1=6 c-2:g1.1=3",
            show_default=False,
        ),
    ],
    group: Annotated[str | None, typer.Option("--group", help="The group's name, as tuesday.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="About the group; it stands in every plan.")] = None,
    response: Annotated[
        list[str] | None,
        typer.Option("--response", metavar="CLIENT=TEXT", help="How one of them responded; repeat it."),
    ] = None,
    date: Annotated[str, typer.Option("--date", metavar="DAY", help="The day: ISO, yesterday, -3d, fri.")] = "today",
    time: Annotated[str | None, typer.Option("--time", metavar="18:00-19:30", help="Start, or start and end.")] = None,
    minutes: Annotated[str | None, typer.Option("--minutes", help="How long it took.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="office, video, phone, home or other.")] = None,
    cpt: Annotated[list[str] | None, typer.Option("--cpt", help="A CPT code; repeat it.")] = None,
    next_: Annotated[str | None, typer.Option("--next", metavar="DAY", help="The next meeting: +1w, fri …")] = None,
    by: Writer = None,
) -> None:
    """Log one group session in the plan of everybody who was there: all of them, or none if one can't be written."""
    desk = desk_of(ctx)
    members = _members(words, response)
    _refuse_names(members, [group, note])
    day = day_back(date, today=desk.today, option="--date")
    shared = said(
        date=day, time=time, minutes=minutes, kind="group", place=place, group=group, cpt=cpt, note=note,
        next=day_ahead(next_, today=day, option="--next") if next_ else None,
    )  # fmt: skip
    found = scan(desk.root)
    files = [client_file(found, member.client, exact=True) for member in members]
    wanted = [(file, _entry(desk, member, shared, by)) for file, member in zip(files, members, strict=True)]
    for changed in change_plans(desk.practice, wanted):
        desk.say(f"{whose(changed.plan)}\nlogged a group session of {echoed(day, what='').strip()}:")
        desk.say(added_lines(changed))
        desk.write(f"{changed.plan.client} {changed.plan.sessions[-1].id}\n")


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
        raise UsageError(f"{shown(twice[0])} is named twice", "name everybody once")
    if len(clients) < LEAST:
        raise UsageError("a group has at least two members", "name them all: goalctl log-group c-1 c-2 c-3 …")
    return clients


def _pair(pair: str, word: str, example: str) -> tuple[str, str]:
    key, equals, value = pair.partition("=")
    if not (key and equals and value):
        raise UsageError(f"'{shown(word)}' is not understood", f"write it as {example}")
    return key, value


def _member(members: Mapping[str, Member], client: str, word: str) -> Member:
    if client not in members:
        raise UsageError(f"'{shown(word)}': {shown(client)} is not among those who were there", "name them first")
    return members[client]


def _add_score(member: Member, item: str, score: str) -> None:
    if item in member.scores:
        raise UsageError(f"{member.client}: {shown(item)} is scored twice", "keep one of the two")
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


def _entry(desk: Desk, member: Member, shared: Mapping[str, Value], by: str | None) -> Changes:
    fitting(Session, {**shared, **said(scores=member.scores, response=member.response)})

    def changes(plan: Plan) -> list[Edit]:
        head = said(id=new_session_id(plan)) | {
            key: shared[key] for key in ("date", "time", "minutes") if key in shared
        }
        body = said(by=writer_of(desk, plan, by), kind=shared["kind"], place=shared.get("place"))
        body |= said(group=shared.get("group"), cpt=shared.get("cpt"), scores=member.scores, response=member.response)
        return [appended(plan, "sessions", head | body | said(note=shared.get("note"), next=shared.get("next")))]

    return changes
