"""`goalctl supervise`: what is to be brought to supervision, what was talked over, and the agenda of one clinician."""

from __future__ import annotations

from typing import Annotated

from goalctl.analysis.handover import agenda_of
from goalctl.cli.asking.answers import complete_answers, unfinished_answers
from goalctl.cli.asking.ask import Question
from goalctl.cli.colleagues import known_clinician, read_cases
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import UsageError
from goalctl.cli.opening import Writer, plan_to_change, writer_of
from goalctl.cli.options import ListingFormat
from goalctl.cli.people import person_of
from goalctl.cli.writing import write
from goalctl.views.data.people import agenda_document
from goalctl.views.listing import Format
from goalctl.views.listings.handover import agenda_view
from goalctl.workspace.operations.supervise import flag_edits, talked_edits

ABOUT = Question("about", "What is to be talked over?", "In a sentence; supervision agendas show it.", required=True)
WHICH = UsageError("which client, or whose agenda?", "goalctl supervise CLIENT --about … or --agenda n.intern")


def command(
    desk: Desk,
    client: Annotated[str | None, Argument(metavar="[CLIENT]", help="The client's id.", show_default=False)] = None,
    about: Annotated[str | None, Option("--about", metavar="TEXT", help="What to bring to supervision.")] = None,
    done: Annotated[str | None, Option("--done", metavar="TEXT", help="It was talked over: what was decided.")] = None,
    point: Annotated[
        str | None, Option("--point", metavar="ID", help="With --done: only that point; else all open ones.")
    ] = None,
    agenda: Annotated[
        str | None, Option("--agenda", metavar="CLINICIAN", help="What to talk over with them; me: your own.")
    ] = None,
    by: Writer = None,
    shown_as: ListingFormat = None,
) -> int:
    """Flag a client for supervision, say that it was talked over, or print the agenda of one clinician's clients.

    The agenda: risk, who got worse, what was flagged, what waits to be signed or co-signed, what is overdue, and how
    many sessions were held since anything was last talked over.
    """
    if agenda is not None:
        if client is not None or any((about, done, point)):
            raise UsageError("--agenda is of a clinician, not of one client", "goalctl supervise --agenda n.intern")
        return _agenda(desk, known_clinician(desk, person_of(desk, agenda, "--agenda") or "", "--agenda"), shown_as)
    _refuse_two_steps(about, done, point)
    if client is None:
        from goalctl.cli.asking.missing import picked_client

        client = picked_client(desk, "supervise", WHICH, writes=True)
    if done:
        _talked(desk, client, done, by, point)
    else:
        _flag(desk, client, about, by)
    return 0


def _refuse_two_steps(about: str | None, done: str | None, point: str | None) -> None:
    if about and done:
        raise UsageError("--about and --done are two steps", "flag it first, say later what was decided")
    if point and not done:
        raise UsageError("--point is for --done", "it says which point was talked over")


def _flag(desk: Desk, client: str, about: str | None, by: str | None) -> None:
    plan = plan_to_change(desk, client)
    told = complete_answers(desk, plan, "supervise", {"about": about}, [ABOUT])["about"]
    who = writer_of(desk, plan, by)
    changed = write(desk, client, lambda now: flag_edits(now, told, who, on=desk.today), "to bring to supervision:")
    unfinished_answers(desk, "supervise", client).forget()
    desk.write(f"{changed.plan.supervision[-1].id}\n")


def _talked(desk: Desk, client: str, done: str, by: str | None, point: str | None) -> None:
    plan = plan_to_change(desk, client)
    who = writer_of(desk, plan, by)
    write(
        desk, client, lambda now: talked_edits(now, done, who, on=desk.today, only=point), "talked over in supervision:"
    )


def _agenda(desk: Desk, who: str, shown_as: Format | None) -> int:
    read = read_cases(desk, who)
    agenda = agenda_of(read.cases, [row for row, _ in read.risk_of(who)], who, today=desk.today)
    desk.answer(
        lambda: agenda_view(agenda, read.faults),
        lambda: agenda_document(agenda, read.faults, today=desk.today),
        shown_as,
    )
    return read.status
