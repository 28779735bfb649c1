"""A visit of today in one line: risk first, then what is due, then the homework that nobody has asked about yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalctl.analysis.caseload.visit import Visit
from goalctl.analysis.due.deadline import PAPERS, RUNNING_OUT, Deadline, Due, in_words
from goalctl.analysis.risk.told import rows_in_need, under_follow_up

WHO_COMES = "who comes"
NOTHING_DUE = "nothing due"


def visit_words(visit: Visit, name: str, *, today: date, cover: str = "") -> str:
    """`c-7f3k Anna, born 1984: phq-9 due; homework: a walk on Tuesday`; the name is empty where none may stand.

    `cover` says who looks after whose client, where somebody does.
    """
    whose = " ".join(part for part in (visit.client, name, f"({cover})" if cover else "") if part)
    return f"{whose}: {preparation_words(visit, today=today)}"


def head_of_the_day(today: date, told: str, days_since_sync: int | None) -> str:
    """The first line of its screens: `Mon 2026-06-15 · 3 clients come · last synced 3 days ago`."""
    days = {0: "today", 1: "yesterday", None: ""}.get(days_since_sync, f"{days_since_sync} days ago")
    return f"{today:%a} {today} · {told}{f' · last synced {days}' if days else ''}"


def preparation_words(visit: Visit, *, today: date) -> str:
    """What to have in mind, most important first; the sentence of a risk itself stands among what needs an act."""
    parts = [*_risk(visit), *_due(visit, today), *_homework(visit), *_papers(visit, today)]
    seen = f"last seen {visit.last_seen}" if visit.last_seen else "first visit"
    return "; ".join(parts or [f"{NOTHING_DUE}, {seen}"])


def _risk(visit: Visit) -> Iterator[str]:
    if rows_in_need(visit.risk):
        yield "risk: act today"
    elif waiting := under_follow_up(visit.risk):
        yield f"risk: follow-up to {waiting[0].day}"


def _due(visit: Visit, today: date) -> Iterator[str]:
    """What is due or overdue, and what runs out before long."""
    for due in sorted(visit.deadlines):
        if due.kind in RUNNING_OUT:
            yield f"{due.what} ({in_words(due.day, today=today)})"
        elif due.kind not in {*PAPERS, Due.HOMEWORK} and due.day <= today:
            yield _words(due, today)


def _words(due: Deadline, today: date) -> str:
    when = in_words(due.day, today=today)
    match due.kind:
        case Due.ASSESSMENT:
            return f"{due.mark} due"
        case Due.DEADLINE:
            return f"{due.item} deadline {when}"
        case Due.CHECKPOINT:
            return f"look at {due.item}"
        case _:
            return f"{due.what} {when}"


def _homework(visit: Visit) -> Iterator[str]:
    tasks = [due.what.partition(": ")[2] for due in sorted(visit.deadlines) if due.kind is Due.HOMEWORK]
    if tasks:
        yield f"homework: {', '.join(tasks)}"


def _papers(visit: Visit, today: date) -> Iterator[str]:
    if any(due.kind is Due.SIGNATURE and due.day <= today for due in visit.deadlines):
        yield "to sign"
    if any(due.kind is Due.AGREEMENT and due.day <= today for due in visit.deadlines):
        yield "plan to agree to"
