"""The day of a caseload on one screen: risk, what to mend, what needs attention, overdue, unsigned, what runs out.

Light: no models, no Rich.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from goalctl.analysis.caseload.visit import Visit
from goalctl.analysis.due.deadline import Deadline, Due, in_words
from goalctl.analysis.risk.told import ToldRow, follow_ups_in_words, rows_in_need
from goalctl.model.finding import Fault
from goalctl.model.scalars import Duration
from goalctl.views.listing import Tone
from goalctl.views.page import Line
from goalctl.views.screens.fitting import Room, ScreenPart, laid_out, rows_of, within_room
from goalctl.views.words.visit import WHO_COMES, synced_words, visit_words

MOST_LOOKS = 5
_PAPERS = {Due.SIGNATURE, Due.AGREEMENT}
_RUNNING_OUT = {Due.AUTHORIZATION, Due.CONSENT}


@dataclass(frozen=True, slots=True)
class WorstReason:
    """Why a plan needs a look: the worst reason, and how many more there are."""

    client: str
    kind: str
    because: str
    more: int


@dataclass(frozen=True, slots=True)
class Day:
    """What the page needs: rows of risk, everything that is or becomes due, the plans that need a look, worst first.

    `visits` are those who come, with `names` where they may stand. `room` is that of the terminal, None for a page of
    any size. `uncommitted` are changes that git did not take, `days_alone` for how long nothing was copied away, where
    that is too long, `days_since_sync` since when nothing was fetched or pushed, None without a remote.
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

    @property
    def width(self) -> int | None:
        """How wide a line may be."""
        return self.room.width if self.room else None


def day_page(day: Day) -> Iterator[Line]:
    """The page; a part with nothing in it is left out, and a quiet day says so."""
    plans = "1 plan" if day.plans == 1 else f"{day.plans} plans"
    synced = f" · {synced_words(day.days_since_sync)}" if day.days_since_sync is not None else ""
    above = [Line(f"{day.today:%a} {day.today} · {plans}{synced}", tone=Tone.GOOD), *_risk(day.risk)]
    yield from above
    left = day.room and Room(day.room.width, day.room.height - rows_of(above, day.room.width))
    parts = list(laid_out(_parts(day), left))
    yield from parts or (() if rows_in_need(day.risk) else _quiet(day))


def _parts(day: Day) -> list[ScreenPart]:
    """Everything below risk, the most important first."""
    looks = [_reason(reason, day.width) for reason in day.reasons]
    return [
        ScreenPart("mend first", [within_room(_fault(fault), day.width) for fault in day.faults], "goalctl check"),
        ScreenPart(WHO_COMES, list(_visits(day)), "goalctl today", MOST_LOOKS),
        ScreenPart("needs attention first", looks, "goalctl caseload", MOST_LOOKS),
        ScreenPart("overdue", _lines(day, _is_overdue), "goalctl due --overdue"),
        ScreenPart("today and tomorrow", _lines(day, _is_next), "goalctl due"),
        ScreenPart("keep safe", list(_unsafe(day)), "goalctl doctor"),
        ScreenPart("sign", _lines(day, _is_paper), "goalctl due"),
        ScreenPart("runs out", _lines(day, _runs_out), "goalctl due"),
    ]


def beginning() -> Iterator[Line]:
    """How to begin, for a folder that is no workspace yet."""
    yield Line("goalctl keeps counselling treatment plans as plain text: one client, one YAML file.")
    yield Line("This folder is not in a workspace yet. To begin:")
    yield Line("")
    yield Line("goalctl init practice && cd practice", 1)
    yield Line("goalctl add-client", 1)
    yield Line("")
    yield Line("From then on goalctl alone shows the day; goalctl --help lists every command.")


def _risk(rows: Sequence[ToldRow]) -> Iterator[Line]:
    """Everything that needs an act today, never cut and never counted only, and a line for what is under follow-up."""
    if needed := rows_in_need(rows):
        yield Line("")
        yield Line("act today")
        yield from (Line(f"{row.client} {row.words}", 1, Tone.BAD) for row in needed)
    if waiting := follow_ups_in_words(rows):
        yield Line("")
        yield Line(f"risk: {waiting}", tone=Tone.SOON)


def _visits(day: Day) -> Iterator[Line]:
    for visit in day.visits:
        text = visit_words(visit, day.names.get(visit.client, ""), today=day.today)
        yield within_room(Line(text, 1), day.width)


def _unsafe(day: Day) -> Iterator[Line]:
    """What a broken disk would take away for ever."""
    if day.uncommitted:
        what = "1 change is" if day.uncommitted == 1 else f"{day.uncommitted} changes are"
        yield Line(f"{what} not committed: goalctl doctor tells why", 1, Tone.LATE)
    if day.days_alone is not None:
        yield Line(f"no push or backup for {day.days_alone} days: goalctl backup DEST", 1, Tone.LATE)


def _quiet(day: Day) -> Iterator[Line]:
    if day.plans:
        yield Line(f"Nothing is overdue, unsigned or running out within {day.within}.")
    else:
        yield Line("There are no plans here yet; goalctl add-client makes one.")


def _fault(fault: Fault) -> Line:
    return Line(f"{fault.where}: {fault.message}", 1, Tone.BAD)


def _reason(reason: WorstReason, room: int | None) -> Line:
    """Whom to look at and why; the number of further reasons stays when the line is cut."""
    line = Line(f"{reason.client} {reason.kind}: {reason.because}", 1, Tone.LATE)
    return within_room(line, room, end=f" (and {reason.more} more)" if reason.more else "")


def _lines(day: Day, wanted: Callable[[Deadline, Day], bool]) -> list[Line]:
    return [within_room(_deadline(due, day.today), day.width) for due in sorted(day.deadlines) if wanted(due, day)]


def _deadline(deadline: Deadline, today: date) -> Line:
    tone = Tone.LATE if deadline.is_overdue(today=today) else Tone.PLAIN
    if deadline.kind in _PAPERS:
        return Line(f"{deadline.client} {deadline.what}", 1, tone)
    words = [deadline.client, deadline.item, f"{deadline.kind.value}:", deadline.what]
    when = f"{deadline.day} {in_words(deadline.day, today=today)}"
    return Line(f"{when} {' '.join(word for word in words if word)}", 1, tone)


def _is_overdue(deadline: Deadline, day: Day) -> bool:
    return deadline.kind not in _PAPERS and deadline.is_overdue(today=day.today)


def _is_next(deadline: Deadline, day: Day) -> bool:
    return deadline.kind not in _PAPERS | _RUNNING_OUT and 0 <= (deadline.day - day.today).days <= 1


def _is_paper(deadline: Deadline, day: Day) -> bool:
    return deadline.kind in _PAPERS and deadline.day <= day.today


def _runs_out(deadline: Deadline, day: Day) -> bool:
    soon = not deadline.is_overdue(today=day.today) and deadline.is_within(day.within, today=day.today)
    return deadline.kind in _RUNNING_OUT and soon
