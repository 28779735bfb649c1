"""The day of a caseload on one screen: risk, what to mend, what needs attention, overdue, unsigned, what runs out.

Light: no models, no Rich.
"""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from goalctl.analysis.caseload.cover import Covering
from goalctl.analysis.caseload.reason import ReasonKind
from goalctl.analysis.caseload.standing import Standing
from goalctl.analysis.caseload.visit import Visit
from goalctl.analysis.due.deadline import PAPERS, RUNNING_OUT, Deadline, in_words
from goalctl.analysis.figures import counted
from goalctl.analysis.risk.told import ToldRow, follow_ups_in_words, rows_in_need
from goalctl.model.finding import Fault
from goalctl.model.scalars import Duration
from goalctl.views.listing import ACT, MEND, Tone
from goalctl.views.page import Line
from goalctl.views.screens.fitting import Room, ScreenPart, laid_out, rows_of, within_room
from goalctl.views.words.no_plans import no_plans_words
from goalctl.views.words.reason_tone import reason_tone
from goalctl.views.words.visit import WHO_COMES, head_of_the_day, visit_words

MOST_LOOKS = 5
ATTENTION = "needs attention first"
OVERDUE, NEXT, SIGN, RUNS_OUT = "overdue", "today and tomorrow", "sign", "runs out"
_TO_TRY = (
    ("goalctl", "the day: what needs an act, who comes, what is overdue"),
    ("goalctl prep c-7f3k", "one screen before a session"),
    ("goalctl log-session c-7f3k", "and after it: a few questions, a drafted note"),
    ("goalctl chart c-7f3k g1", "scores on their way to the target"),
    ("goalctl check", "what a linter finds; one plan has a mistake on purpose"),
)


class WorstReason(NamedTuple):
    """Why a plan needs a look: the worst reason, and how many more there are."""

    client: str
    kind: ReasonKind
    because: str
    more: int


def worst_reasons(standings: Iterable[Standing]) -> tuple[WorstReason, ...]:
    """Why to look at each plan, the most urgent first; what is about risk is told before."""
    lasting = (
        one._replace(reasons=tuple(reason for reason in one.reasons if not reason.kind.is_about_risk))
        for one in standings
    )
    return tuple(
        WorstReason(one.client, one.reasons[0].kind, one.reasons[0].because, len(one.reasons) - 1)
        for one in sorted(lasting, key=lambda standing: standing.urgency)
        if one.reasons
    )


@dataclass(frozen=True, slots=True)
class Day:
    """What the page needs: rows of risk, everything that is or becomes due, the plans that need a look, worst first.

    `visits` are those who come, with `names` where they may stand. `room` is that of the terminal, None for a page of
    any size. `uncommitted` are changes that git did not take, `days_alone` for how long nothing was copied away, where
    that is too long, `days_since_sync` since when nothing was fetched or pushed, None without a remote.
    `covered` says by client who looks after whose, where somebody does; `back` are covers that ended a few days ago,
    `not_begun` plans of a later day; `some_rest`: not all plans are in treatment.
    """

    today: date
    within: Duration
    plans: int
    risk: tuple[ToldRow, ...]
    deadlines: tuple[Deadline, ...]
    reasons: tuple[WorstReason, ...]
    faults: tuple[Fault, ...]
    room: Room | None = None
    uncommitted: int = 0
    days_alone: int | None = None
    days_since_sync: int | None = None
    visits: tuple[Visit, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    covered: Mapping[str, str] = field(default_factory=dict)
    back: tuple[Covering, ...] = ()
    not_begun: int = 0
    some_rest: bool = False

    @property
    def width(self) -> int | None:
        """How wide a line may be."""
        return self.room.width if self.room else None


def day_page(day: Day) -> Iterator[Line]:
    """The page; a part with nothing in it is left out, and a quiet day says so."""
    head = head_of_the_day(day.today, counted(day.plans, "plan"), day.days_since_sync)
    above = [Line(head, tone=Tone.GOOD), *_risk(day.risk)]
    yield from above
    left = day.room and Room(day.room.width, day.room.height - rows_of(above, day.room.width))
    parts = list(laid_out(_parts(day), left))
    yield from parts or (() if rows_in_need(day.risk) else quiet_lines(day))


def _parts(day: Day) -> list[ScreenPart]:
    """Everything below risk, the most important first."""
    looks = [_reason(reason, day.width) for reason in day.reasons]
    return [
        ScreenPart(MEND, [within_room(_fault(fault), day.width) for fault in day.faults], "goalctl check"),
        ScreenPart(WHO_COMES, list(_visits(day)), "goalctl today", MOST_LOOKS),
        ScreenPart("cover", list(_covers(day)), "goalctl cover"),
        ScreenPart(ATTENTION, looks, "goalctl caseload", MOST_LOOKS),
        ScreenPart(OVERDUE, _lines(day, OVERDUE), "goalctl due --overdue"),
        ScreenPart(NEXT, _lines(day, NEXT), "goalctl due"),
        ScreenPart("keep safe", list(_unsafe(day)), "goalctl doctor"),
        ScreenPart(SIGN, _lines(day, SIGN), "goalctl due"),
        ScreenPart(RUNS_OUT, _lines(day, RUNS_OUT), "goalctl due"),
    ]


def beginning() -> Iterator[Line]:
    """How to begin, for a folder that is no workspace yet."""
    yield Line("goalctl keeps counselling treatment plans as plain text: one client, one YAML file.")
    yield Line("This folder is not in a workspace yet. To look at it, with invented clients:")
    yield Line("")
    yield Line("goalctl demo && cd goalctl-demo", 1)
    yield Line("")
    yield Line("To begin with your own:")
    yield Line("")
    yield Line("goalctl init practice && cd practice", 1)
    yield Line("goalctl add-client", 1)
    yield Line("")
    yield Line("From then on goalctl alone shows the day; goalctl --help lists every command.")


def demo_page(folder: str, clients: int) -> Iterator[Line]:
    """What was made, and what to try in it first."""
    yield Line(f"Made {folder}: a practice of {clients} invented clients, as it is today. Try, in this order:")
    yield Line("")
    yield Line(f"cd {shlex.quote(folder)}", 1)
    for command, says in _TO_TRY:
        yield Line(f"{command} # {says}", 1)
    yield Line("")
    yield Line("goalctl undo CLIENT takes back any change; goalctl help COMMAND has examples of every other command.")
    yield Line("Delete the folder when you are done.")


def _risk(rows: Sequence[ToldRow]) -> Iterator[Line]:
    """Everything that needs an act today, never cut and never counted only, and a line for what is under follow-up."""
    if needed := rows_in_need(rows):
        yield Line("")
        yield Line(ACT)
        yield from (Line(f"{row.client} {row.words}", 1, Tone.BAD) for row in needed)
    if waiting := follow_ups_in_words(rows):
        yield Line("")
        yield Line(f"risk: {waiting}", tone=Tone.SOON)


def _visits(day: Day) -> Iterator[Line]:
    for visit in day.visits:
        name, cover = day.names.get(visit.client, ""), day.covered.get(visit.client, "")
        text = visit_words(visit, name, today=day.today, cover=cover)
        yield within_room(Line(text, 1), day.width)


def _covers(day: Day) -> Iterator[Line]:
    """Who looks after whose clients today, and who was away until a few days ago."""
    clients = Counter(day.covered.values())
    for words, number in sorted(clients.items()):
        yield Line(f"{words}: {counted(number, 'client')}", 1)
    for cover in day.back:
        line, way = (
            Line(f"{cover.of} was away to {cover.last}, {cover.by} covered", 1),
            f"goalctl cover {cover.of} --back",
        )
        yield within_room(line, day.width, end=f": {way}")


def _unsafe(day: Day) -> Iterator[Line]:
    """What a broken disk would take away for ever."""
    if day.uncommitted:
        what = counted(day.uncommitted, "change is", "changes are")
        yield Line(f"{what} not committed: goalctl doctor tells why", 1, Tone.LATE)
    if day.days_alone is not None:
        yield Line(f"no push or backup for {day.days_alone} days: goalctl backup DEST", 1, Tone.LATE)


def quiet_lines(day: Day) -> Iterator[Line]:
    """What is said where there is nothing to say."""
    if day.plans:
        where = " where treatment goes on" if day.some_rest else ""
        yield Line(f"Nothing is overdue, unsigned or running out within {day.within}{where}.")
    else:
        yield Line(no_plans_words(day.not_begun, today=day.today))


def _fault(fault: Fault) -> Line:
    return Line(f"{fault.where}: {fault.message}", 1, Tone.BAD)


def _reason(reason: WorstReason, room: int | None) -> Line:
    """Whom to look at and why; the number of further reasons stays when the line is cut."""
    line = Line(f"{reason.client} {reason.kind}: {reason.because}", 1, reason_tone(reason.kind))
    return within_room(line, room, end=f" (and {reason.more} more)" if reason.more else "")


def _lines(day: Day, part: str) -> list[Line]:
    return [within_room(_deadline(due, day.today), day.width) for due in deadlines_in(day, part)]


def _deadline(deadline: Deadline, today: date) -> Line:
    tone = Tone.LATE if deadline.is_overdue(today=today) else Tone.PLAIN
    if deadline.kind in PAPERS:
        return Line(f"{deadline.client} {deadline.what}", 1, tone)
    words = [deadline.client, deadline.item, f"{deadline.kind.value}:", deadline.what]
    when = f"{deadline.day} {in_words(deadline.day, today=today)}"
    return Line(f"{when} {' '.join(word for word in words if word)}", 1, tone)


def _is_overdue(deadline: Deadline, day: Day) -> bool:
    return deadline.kind not in PAPERS and deadline.is_overdue(today=day.today)


def _is_next(deadline: Deadline, day: Day) -> bool:
    return deadline.kind not in PAPERS | RUNNING_OUT and 0 <= (deadline.day - day.today).days <= 1


def _is_paper(deadline: Deadline, day: Day) -> bool:
    return deadline.kind in PAPERS and deadline.day <= day.today


def _runs_out(deadline: Deadline, day: Day) -> bool:
    soon = not deadline.is_overdue(today=day.today) and deadline.is_within(day.within, today=day.today)
    return deadline.kind in RUNNING_OUT and soon


_IN_PARTS: Mapping[str, Callable[[Deadline, Day], bool]] = {
    OVERDUE: _is_overdue,
    NEXT: _is_next,
    SIGN: _is_paper,
    RUNS_OUT: _runs_out,
}


def deadlines_in(day: Day, part: str) -> list[Deadline]:
    """Of what is due that which stands in this part of the day, by day."""
    return [due for due in sorted(day.deadlines) if _IN_PARTS[part](due, day)]
