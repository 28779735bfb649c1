"""What a colleague has to know of one client: before a cover, after it, and in supervision.

What gives lines goes through one plan and gives them in the order in which they are read; risk is always first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goalctl.analysis.case import Case
from goalctl.analysis.caseload.reason import ReasonKind
from goalctl.analysis.due.deadline import PAPERS, Due, in_words
from goalctl.analysis.figures import counted
from goalctl.analysis.history.difference import differences
from goalctl.analysis.history.signatures import SUPERVISOR, to_cosign
from goalctl.analysis.risk.recorded import was_asked
from goalctl.analysis.risk.row_words import told_rows
from goalctl.analysis.risk.told import ToldRow
from goalctl.model.plan import Lifecycle, Plan
from goalctl.model.session import Risk, Session
from goalctl.model.supervision import open_points

_WORSE = {ReasonKind.RELIABLY_WORSE, ReasonKind.OFF_TRACK}


class HandoverPart(StrEnum):
    """What a line is about."""

    RISK = "risk"
    FOLLOW_UP = "under follow-up"
    IN_SHORT = "in short"
    SAFETY_PLAN = "safety plan"
    TELEPHONE = "telephone"
    NEXT = "next appointment"
    DUE = "due"
    HOMEWORK = "homework"
    ENTRY = "entry"
    CHANGE = "change"
    WORSE = "worse"
    FLAGGED = "bring to supervision"
    COSIGN = "to co-sign"
    UNSIGNED = "unsigned"


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """One line about one client; `by` is who did what it tells, where somebody did something."""

    client: str
    part: HandoverPart
    day: date | None
    what: str
    by: str = ""


def cover_lines(case: Case, first: date, last: date) -> Iterator[HandoverLine]:
    """What whoever looks after the client from `first` to `last` has to know."""
    plan = case.plan
    yield from risk_lines(case)
    yield from _safety_plans(case)
    yield HandoverLine(plan.client, HandoverPart.IN_SHORT, None, _in_short(plan))
    appointment = case.next_appointment
    if appointment is not None and first <= appointment <= last:
        yield HandoverLine(plan.client, HandoverPart.NEXT, appointment, f"{appointment:%A}")
    yield from _due_lines(case, first, last)
    if tasks := [task.task for task in plan.open_homework]:
        given = plan.homework_given
        yield HandoverLine(plan.client, HandoverPart.HOMEWORK, given.date if given else None, "; ".join(tasks))


def _due_lines(case: Case, first: date, last: date) -> Iterator[HandoverLine]:
    """What is late already as one line, then what falls due meanwhile; homework and papers have lines of their own."""
    client = case.plan.client
    looked_at = [due for due in case.deadlines if due.kind not in PAPERS | {Due.HOMEWORK}]
    if late := [due for due in looked_at if due.day < first]:
        words = f"{counted(len(late), 'thing')} due before {first}, the oldest {_due_words(late[0].item, late[0].what)}"
        yield HandoverLine(client, HandoverPart.DUE, late[0].day, words)
    for due in looked_at:
        if first <= due.day <= last:
            yield HandoverLine(client, HandoverPart.DUE, due.day, f"{due.kind}: {_due_words(due.item, due.what)}")


def _in_short(plan: Plan) -> str:
    """What brought the client, when they were seen last, and whether treatment rests."""
    seen = f"last seen {plan.last_seen.date}" if plan.last_seen else "not seen yet"
    rests = ["treatment rests"] if plan.status is Lifecycle.ON_HOLD else []
    return "; ".join([*(problem.problem for problem in plan.problems), seen, *rests])


def _due_words(item: str, what: str) -> str:
    return f"{item} {what}".strip()


def risk_lines(case: Case) -> Iterator[HandoverLine]:
    """Every row of risk, what needs an act first."""
    yield from told_lines(told_rows(case.risk, case.plan.client, today=case.today))


def told_lines(rows: Iterable[ToldRow]) -> Iterator[HandoverLine]:
    """The same of rows that are known already, as of a plan that can't be read."""
    for row in sorted(rows, key=lambda row: row.urgency):
        part = HandoverPart.RISK if row.needs_act else HandoverPart.FOLLOW_UP
        yield HandoverLine(row.client, part, row.day, row.words)


def _safety_plans(case: Case) -> Iterator[HandoverLine]:
    for one in case.safety_plans:
        whose = f"{one.person}: " if one.person else ""
        where = f"kept elsewhere: {one.where}" if one.where else f"goalctl crisis {case.plan.client}"
        yield HandoverLine(case.plan.client, HandoverPart.SAFETY_PLAN, one.looked_at, f"{whose}{where}")
    if case.risk.rows and not case.safety_plans:
        yield HandoverLine(case.plan.client, HandoverPart.SAFETY_PLAN, None, "there is none on record")


def away_lines(now: Case, before: Case | None, after: Case, first: date, last: date) -> Iterator[HandoverLine]:
    """What happened from `first` to `last`: risk as it stands now, every entry, and what was changed by whom.

    What was written down then about an earlier day is among it. `before` is the plan as of the day before, None where
    there was none, and `after` as of the last day.
    """
    plan = after.plan
    yield from (line for line in risk_lines(now) if line.part is HandoverPart.RISK)
    if before is None:
        yield HandoverLine(plan.client, HandoverPart.CHANGE, plan.opened, "new plan", plan.clinician or "")
    for entry in plan.log:
        if first <= _told_on(entry, first) <= last:
            yield HandoverLine(plan.client, HandoverPart.ENTRY, entry.date, _entry_words(entry), entry.by or "")
    if before is not None:
        yield from _change_lines(before.plan, plan)


def _told_on(entry: Session, first: date) -> date:
    """The day that an entry is about; of an earlier one than `first`, the day on which it was written down."""
    return entry.written.date() if entry.date < first and entry.written else entry.date


def _change_lines(before: Plan, after: Plan) -> Iterator[HandoverLine]:
    """What reads otherwise now; where one person made all the changes, what names nobody was theirs."""
    known = {change.id for change in before.changes}
    by = {change.by or "" for change in after.changes if change.id not in known}
    only = next(iter(by)) if len(by) == 1 else ""
    for event in differences(before, after):
        if event.what != "session":
            yield HandoverLine(after.client, HandoverPart.CHANGE, event.day, event.text, event.by or only)


def _entry_words(entry: Session) -> str:
    """What kind of contact it was, how long, and what of it a colleague asks first; no words of the client."""
    long = f", {entry.length} minutes" if entry.length else ""
    risk = f", {_record_words(entry.risk, entry.date)}" if entry.risk else ""
    scores = len(entry.scores) + len(entry.forms)
    told = f", {counted(scores, 'score')}" if scores else ""
    return f"{entry.kind.value}{long}{risk}{told}"


def _record_words(risk: Risk, day: date) -> str:
    if risk.level:
        return f"risk {risk.level}"
    return "risk asked" if was_asked(risk, on=day) else "risk record, not asked"


def agenda_lines(case: Case) -> Iterator[HandoverLine]:
    """What is to be talked over of one client in supervision: risk, who got worse, flags, papers, what is overdue.

    Of those discharged: risk while it needs an act, flags and papers, which a discharge does not settle.
    """
    plan, today = case.plan, case.today
    yield from risk_lines(case) if is_looked_after(case) else ()
    for reason in case.reasons:
        if reason.kind in _WORSE:
            yield HandoverLine(plan.client, HandoverPart.WORSE, reason.day, f"{reason.kind}: {reason.because}")
    for point in open_points(plan.supervision):
        yield HandoverLine(plan.client, HandoverPart.FLAGGED, point.on, point.about, point.by or "")
    yield from paper_lines(case)
    for due in case.deadlines:
        if due.kind not in PAPERS and due.is_overdue(today=today) and plan.status is Lifecycle.ACTIVE:
            words = f"{due.kind}: {_due_words(due.item, due.what)}, {in_words(due.day, today=today)}"
            yield HandoverLine(plan.client, HandoverPart.DUE, due.day, words)


def paper_lines(case: Case) -> Iterator[HandoverLine]:
    """What nobody has signed, what was changed since, and then what the supervisor is to co-sign, each with by whom."""
    again = [one for one in case.outdated_signatures if one.signature.role != SUPERVISOR]
    first = {one.entry.known_as for one in again}
    cosigned = (one.entry for one in to_cosign(case) if one.entry.known_as not in first)
    for entry in case.unsigned:
        yield HandoverLine(case.plan.client, HandoverPart.UNSIGNED, entry.date, _paper(entry), entry.by or "")
    for one in again:
        day, what = one.entry.current.date, f"{_paper(one.entry)}, to be signed again"
        yield HandoverLine(case.plan.client, HandoverPart.UNSIGNED, day, what, one.signature.by)
    for entry in cosigned:
        yield HandoverLine(case.plan.client, HandoverPart.COSIGN, entry.date, _paper(entry), entry.by or "")


def _paper(entry: Session) -> str:
    return f"{entry.current.kind.value} {entry.id or ''}".strip()


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is to be talked over with one clinician, and what was held since anything last was (None: never yet)."""

    clinician: str
    since: date | None
    sessions: int
    minutes: int
    lines: tuple[HandoverLine, ...]


def agenda_of(cases: Iterable[Case], unread: Iterable[ToldRow], clinician: str, *, today: date) -> Agenda:
    """Part after part over all clients, risk first, that of `unread` plans too; sessions are those of the clinician."""
    every, parts = list(cases), list(HandoverPart)
    lines = [*told_lines(unread), *(line for case in every for line in agenda_lines(case))]
    lines.sort(key=lambda line: parts.index(line.part))
    since = max((day for case in every if (day := last_supervised(case.plan))), default=None)
    held = [sessions_since(case.plan, since, to=today, by=clinician) for case in every]
    sessions, minutes = (sum(figures) for figures in zip(*held, strict=True)) if held else (0, 0)
    return Agenda(clinician, since, sessions, minutes, tuple(lines))


def is_looked_after(case: Case) -> bool:
    """Whether somebody has to: once discharged, only while a risk needs an act."""
    return not case.plan.has_ended or bool(case.risk.acts_here)


def sessions_since(plan: Plan, day: date | None, *, to: date, by: str) -> tuple[int, int]:
    """How many sessions somebody held after that day (None: ever) and their minutes, as far as these are on record.

    An entry that does not say by whom is taken for theirs.
    """
    held = [
        entry
        for entry in plan.seen
        if (day is None or day < entry.date) and entry.date <= to and entry.kind.client_came
        if entry.by in {None, by}
    ]
    return len(held), sum(entry.length or 0 for entry in held)


def last_supervised(plan: Plan) -> date | None:
    """The newest day on which something of the plan was talked over in supervision."""
    return max((talk.on for point in plan.supervision for talk in point.talked), default=None)
