"""What came in from somebody else, client by client: new entries by who wrote them, everything else as it happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from goalctl.analysis.case import Case
from goalctl.analysis.history.difference import differences
from goalctl.analysis.history.held_twice import twice_in_words, twice_since
from goalctl.analysis.risk.row import RiskRow
from goalctl.model.plan import Plan
from goalctl.model.session import Kind


@dataclass(frozen=True, slots=True)
class PlanNews:
    """What is new about one client; `risk` are the rows that need an act and say more than before.

    `moved` says of a file that lies elsewhere, or is called otherwise, where or how it was called.
    """

    client: str
    is_new: bool = False
    risk: tuple[RiskRow, ...] = ()
    entries: tuple[tuple[str, Kind, int], ...] = ()
    events: tuple[str, ...] = ()
    moved: str = ""


def plan_news(before: Case | None, after: Case) -> PlanNews:
    """Between two states of one plan, seen from one day; without an earlier one the plan itself is new."""
    known = {entry.known_as for entry in before.plan.sessions} if before else set()
    written = Counter((entry.by or "", entry.kind) for entry in after.plan.sessions if entry.known_as not in known)
    return PlanNews(
        after.plan.client,
        before is None,
        _new_risk(before, after),
        tuple(sorted((by, kind, number) for (by, kind), number in written.items())),
        tuple(_events(before, after)),
    )


def _new_risk(before: Case | None, after: Case) -> tuple[RiskRow, ...]:
    told = [_standing(row) for row in before.risk.needs_act] if before else []
    return tuple(row for row in after.risk.needs_act if _standing(row) not in told)


def _standing(row: RiskRow) -> tuple[object, ...]:
    return row.person, row.concern, row.state, row.height, row.detail


def _events(before: Case | None, after: Case) -> Iterator[str]:
    """What happened beside new entries, each once; that a plan has another name is told apart."""
    if before:
        yield from (twice_in_words(one) for one in twice_since(before.plan, after.plan))
        events = differences(before.plan, after.plan)
        told = [event.text for event in events if event.what not in {"session", "client"}]
        yield from dict.fromkeys(told or _noted(before.plan, after.plan))
    yield from _of_a_later_day(before, after)


def _of_a_later_day(before: Case | None, after: Case) -> Iterator[str]:
    """What came in and is on no page yet, as from a clone whose clock is ahead: it is no change of spelling."""
    whole, known = _whole(after), _whole(before) if before else after.plan
    seen = {entry.known_as for entry in (*after.plan.sessions, *known.sessions)}
    if later := [entry.current.date for entry in whole.sessions if entry.known_as not in seen]:
        number, last = len(later), max(later)
        yield f"an entry dated ahead, {last}" if number == 1 else f"{number} entries dated ahead, the last {last}"
    elif before and before.plan == after.plan and known != whole:
        yield "something dated ahead"


def _whole(case: Case) -> Plan:
    """The plan as its file has it."""
    return case.cut_from.whole if case.cut_from else case.plan


def _noted(before: Plan, after: Plan) -> Iterator[str]:
    """Where the plan says the same of everything: what the other did as well, by its trail."""
    for change in after.changes:
        if change not in before.changes:
            of = "the plan" if change.of in {None, "plan"} else change.of
            yield f"also on record: {change.what} of {of}{f', by {change.by}' if change.by else ''}"
