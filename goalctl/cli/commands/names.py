"""`goalctl names`: who the pseudonyms are, on the clinician's own terminal and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from goalctl.analysis.figures import counted
from goalctl.cli.asking.ask import HOW, Question, Replies, Walk, is_confirmed, name_from
from goalctl.cli.asking.picker import Choice, fitting_choices
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk, desk_of, machine_time
from goalctl.cli.failures import FINDINGS, UsageError
from goalctl.cli.one_of_each import group_app
from goalctl.cli.opening import plan_to_change
from goalctl.cli.options import Client, Force
from goalctl.cli.writing import whose
from goalctl.documents.open import real_path
from goalctl.model.finding import Value
from goalctl.model.identity import Identity
from goalctl.model.plan import Plan
from goalctl.model.scalars import day_from, excerpt
from goalctl.model.written import record_data
from goalctl.views.clean import clean
from goalctl.views.listing import Tone
from goalctl.views.page import Line
from goalctl.workspace.store.identity import IdentityInsideError
from goalctl.workspace.store.locked_names import AGE, locked_names, note_copied, opened_names
from goalctl.workspace.store.names import keep_name, names_file, names_of, share_names, sharing_group
from goalctl.workspace.store.scan import scan
from goalctl.workspace.store.shared_names import readers_of

app = group_app()

WHO = Question(
    "who", "Who?", "A name or a part of it, a birth date, a telephone number; slips are forgiven.", read=name_from
)
_ASKS = {
    "name": "Name, as by law?",
    "preferred_name": "What is the client called?",
    "birth_date": "Born on?",
    "telephone": "Telephone?",
    "emergency_contact": "Who is called in an emergency, and how?",
    "address": "Address?",
    "member_id": "The payer's number for the client?",
}


@app.callback()
def names(ctx: typer.Context) -> None:
    """Who the pseudonyms are: kept outside the workspace, typed at prompts and shown on a terminal only."""
    if ctx.invoked_subcommand is None:
        list_(desk_of(ctx))


@app.command("add")
def add(desk: Desk, client: Client) -> None:
    """Say who a client is; asked, never taken from options. What is known already is offered."""
    if not (desk.may_ask and desk.on_terminal):
        raise UsageError("names are typed at a terminal only", "run it there; no option or pipe takes them")
    plan, file = plan_to_change(desk, client), names_file(desk.practice)
    answers = _answers(desk, plan)
    if not answers:
        desk.say("Nothing was typed, and nothing is kept.")
    elif is_confirmed(desk, f"Keep this of {client} in {file}?"):
        keep_name(desk.practice, client, dict(_in_order(answers)))
        group = sharing_group(desk.practice)
        whose_ = f"the group {group}" if group else "this user alone"
        desk.say(f"Kept, for {clean(whose_)}. It is in no git and no backup of this workspace.")


@app.command("list")
def list_(desk: Desk) -> None:
    """Show who the clients of this workspace are, and whose name is not kept; on a terminal only."""
    if not desk.on_terminal:
        raise UsageError("names are shown on a terminal only", "run it there; no pipe or file gets them")
    names_file(desk.practice)
    known = names_of(desk.practice)
    clients = [file.client for file in scan(desk.root).files]
    desk.show_page(_lines(known, [*clients, *sorted(known.keys() - set(clients))], here=clients))


@app.command("find")
def find(desk: Desk) -> None:
    """Find a client by a name, a year or a telephone number; asked, because arguments stay in a shell's history."""
    if not (desk.may_ask and desk.is_private):
        raise UsageError("names are typed and shown on a terminal only", "run it there; no pipe or file gets them")
    names_file(desk.practice)
    known = names_of(desk.practice)
    choices = [Choice(client, by=_all_said(identity)) for client, identity in known.items()]
    (wanted,) = (Walk(desk, [WHO]).run() or {"who": ""}).values()
    found = [choice.word for choice in fitting_choices(choices, str(wanted))] if wanted else []
    here = [file.client for file in scan(desk.root).files]
    desk.show_page(
        _lines(known, found, here=here) if found else [Line("Nobody is kept here under that.", tone=Tone.QUIET)]
    )


@app.command("share")
def share(
    desk: Desk,
    group: Annotated[
        str | None, Argument(metavar="[GROUP]", help="A group of this system's users.", show_default=False)
    ] = None,
    end: Annotated[bool, Option("--end", help="Close them to everybody but you again.")] = False,
) -> None:
    """Let a group read and keep the names too, as for cover: one file, in the folder that GOALCTL_NAMES names.

    Put that folder on an encrypted disk or share. Without GROUP it says who may read them now.
    """
    if group and end:
        raise UsageError("GROUP and --end say two things", "leave one of them out")
    if group or end:
        path = share_names(desk.practice, group)
        desk.say(f"{clean(str(path))} is {'open to that group' if group else 'closed to everybody but you'} now")
    names_file(desk.practice)
    desk.say(f"read by: {clean(readers_of(sharing_group(desk.practice)))}")


@app.command("export")
def export(
    desk: Desk,
    output: Annotated[Path, Option("--output", "-o", metavar="FILE", help="A file outside the workspace.")],
    to: Annotated[
        str, Option("--to", metavar="age:KEY", help="Whose key opens it, age:age1…; age alone: a passphrase.")
    ] = AGE,
    force: Force = False,
) -> None:
    """Copy the names into a locked file, for another machine of yours or a colleague who covers; never in the open."""
    tool, _, recipient = to.partition(":")
    if tool != AGE:
        raise UsageError(f"--to: {excerpt(to)} is not understood", "write age:KEY, as age:age1…, or age")
    if real_path(output, desk.root) is not None:
        raise IdentityInsideError
    if not recipient and not desk.may_ask:
        raise UsageError("--to age:KEY is missing: nobody is here to type a passphrase", "as --to age:age1…")
    desk.write_out(output, locked_names(desk.practice, recipient), force=force)
    note_copied(desk.practice, machine_time(None))
    desk.say(f"locked in {clean(str(output))}; goalctl names import opens it where the key or the passphrase is")


@app.command("import")
def import_(
    desk: Desk,
    file: Annotated[Path, Argument(metavar="FILE", help="What `names export` made.", show_default=False)],
    key: Annotated[
        Path | None, Option("--key", metavar="FILE", help="The key that opens it; else its passphrase.")
    ] = None,
) -> int:
    """Take in names from a locked file; whoever is known here otherwise stays so, unless you say it at a terminal."""
    known = names_of(desk.practice)
    found = opened_names(desk.practice, file, key)
    new = {client: one for client, one in found.items() if client not in known}
    other = {client: one for client, one in found.items() if client in known and known[client] != one}
    new |= {client: one for client, one in other.items() if _takes(desk, client)}
    for client, identity in new.items():
        keep_name(desk.practice, client, record_data(identity))
    left = [client for client in other if client not in new]
    desk.say(f"{counted(len(new), 'name')} taken in; {len(found) - len(new)} left as they were")
    if left:
        desk.say(f"known here otherwise: {', '.join(left)}")
    return FINDINGS if left else 0


def _takes(desk: Desk, client: str) -> bool:
    """Whether the person wants what the file says in the place of what is known here."""
    return desk.may_ask and is_confirmed(desk, f"{client} is known here otherwise. Take the file's?", default=False)


def _all_said(identity: Identity) -> str:
    """Everything that is kept of somebody, to be found by."""
    return " ".join(str(value) for value in record_data(identity).values())


def _answers(desk: Desk, plan: Plan) -> Replies:
    """What is typed about this client; Enter keeps what is known already."""
    known = names_of(desk.practice).get(plan.client, Identity())
    desk.say(f"{whose(desk, plan)}\n{HOW}")
    try:
        return Walk(desk, list(_questions(known))).run()
    except EOFError:
        raise KeyboardInterrupt from None


def _questions(known: Identity) -> Iterator[Question]:
    before = record_data(known)
    for key, ask in _ASKS.items():
        is_day = key == "birth_date"
        read: Callable[[str], Value] = _day if is_day else name_from
        yield Question(key, ask, "as 1984-03-02" if is_day else "", str(before.get(key) or ""), read=read)


def _day(line: str) -> Value:
    return day_from(line).isoformat()


def _in_order(answers: Replies) -> Iterator[tuple[str, Value]]:
    return ((key, answers[key]) for key in _ASKS if key in answers)


def _lines(known: Mapping[str, Identity], clients: list[str], *, here: Sequence[str]) -> Iterator[Line]:
    """A line for each; a name may be kept of somebody whose plan is not `here`."""
    for client in clients:
        identity = known.get(client)
        if identity is None:
            yield Line(f"{client}: no name is kept", tone=Tone.QUIET)
            continue
        born = f"born {identity.birth_date}" if identity.birth_date else ""
        words = (identity.called, born, identity.telephone, "" if client in here else "no plan here")
        yield Line(f"{client}: " + " · ".join(filter(None, words)))
