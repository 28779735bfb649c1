"""Records of some days for somebody who asked: the notes, the plan in force on each of them, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from goalctl.analysis.figures import counted
from goalctl.analysis.history.digest import agreement_digest
from goalctl.analysis.history.late import is_late
from goalctl.analysis.history.replay import as_of
from goalctl.analysis.history.signatures import needs_signature
from goalctl.model.finding import Value
from goalctl.model.goal import Goal, Scorable, Status
from goalctl.model.people import NOT_AGREED
from goalctl.model.plan import Agreement, Plan
from goalctl.model.session import Session, entry_order
from goalctl.views.reports.goals import deadline_words
from goalctl.views.reports.head import agreement_words, fits_words, head_of, period_of, signed_name
from goalctl.views.reports.parts import Head, ReportFact, Scope, Table, list_words, table_of
from goalctl.views.reports.plan import diagnoses_table, services_table
from goalctl.views.reports.record import RecordEntry, entries_of
from goalctl.views.words.measure import measure_in_words


@dataclass(frozen=True, slots=True)
class PlanThen:
    """The plan as it was in force on some of the days, who had agreed to it, and the entries of these days."""

    heading: str
    agreed: tuple[str, ...]
    diagnoses: Table
    services: Table
    goals: Table
    entries: tuple[RecordEntry, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """The page; `missing` is what somebody who reads it will look for and not find."""

    head: Head
    missing: tuple[str, ...]
    plans: tuple[PlanThen, ...]


def records_page(scope: Scope, to: str, data: Mapping[str, Value], notes: Mapping[str, str]) -> Records:
    """The entries of the stretch, day by day, each below the plan of its day."""
    placed = sorted(enumerate(scope.case.entries_as_written), key=lambda pair: entry_order(pair[1], pair[0]))
    held = [entry for _, entry in placed if scope.holds(entry.date)]
    told = entries_of(scope, scope.case.data_then(dict(data)), notes)
    plans = {day: as_of(scope.plan, today=day) for day in {entry.date for entry in held}}
    grouped = groupby(zip(held, told, strict=True), key=lambda pair: _in_force(plans[pair[0].date]))
    stretches = [list(pairs) for _, pairs in grouped]
    facts = (ReportFact("For", to), ReportFact("Days", period_of(scope)), ReportFact("Entries", str(len(held))))
    return Records(
        head=head_of(scope, "Records", *facts),
        missing=tuple(_missing(scope, held, notes, plans)),
        plans=tuple(_then(scope, plans[pairs[-1][0].date], pairs) for pairs in stretches),
    )


def _in_force(plan: Plan) -> tuple[str, list[tuple[str, Status]]]:
    """What is told above the entries: what is agreed to, and which of it rests."""
    return agreement_digest(plan), [(item.id, item.status) for item in plan.scorables.values()]


def _then(scope: Scope, plan: Plan, pairs: list[tuple[Session, RecordEntry]]) -> PlanThen:
    first, last = pairs[0][0].date, pairs[-1][0].date
    then = scope._replace(case=replace(scope.case, plan=plan, today=last))
    whole = f"from {first} to {last}" if first != last else f"on {first}"
    agreed = tuple(
        f"{signed_name(then, one.who)}: {agreement_words(one)}; {fits_words(then, one)}"
        for one in plan.agreements
    )  # fmt: skip
    return PlanThen(
        heading=f"The plan in force {whole}",
        agreed=agreed or ("Nobody had agreed to it by then.",),
        diagnoses=diagnoses_table(then),
        services=services_table(plan),
        goals=_goals(then),
        entries=tuple(entry for _, entry in pairs),
    )


def _goals(then: Scope) -> Table:
    """The goals and steps under way; what has ended is in force no longer."""
    resting = (goal for goal in then.plan.goals if goal.status is Status.ON_HOLD)
    rows = [row for goal in (*then.plan.active_goals, *resting) for row in _rows_of(then, goal)]
    heads = ("Goal", "Wording", "Status", "Measure", "Target date", "Interventions")
    was_settled = any(goal.status.is_settled for goal in then.plan.goals)
    none = "No goal was worked on then." if was_settled else "No goal was settled by then."
    return table_of("Goals", heads, rows, none)


def _rows_of(then: Scope, goal: Goal) -> Iterator[tuple[str, ...]]:
    items: tuple[Scorable, ...] = (goal, *goal.objectives)
    for item in items:
        if item.status in {Status.ACTIVE, Status.ON_HOLD}:
            done = "" if isinstance(item, Goal) else list_words(each.what for each in item.interventions)
            measured = measure_in_words(item.measure, then.forms) if item.measure else ""
            rests = "rests" if Status.ON_HOLD in {goal.status, item.status} else ""
            yield item.id, item.wording, rests, measured, deadline_words(item), done


def _missing(scope: Scope, held: list[Session], notes: Mapping[str, str], plans: Mapping[date, Plan]) -> Iterator[str]:
    """Day by day what an entry lacks; then the days on which nobody had agreed to a plan."""
    if not held:
        yield "there is no entry of these days"
    for entry in held:
        if lacking := [] if entry.void else list(_lacking(scope, entry.current, notes)):
            yield f"{entry.date}{f' {entry.id}' if entry.id else ''}: {list_words(lacking)}"
    bare = [day for day, plan in sorted(plans.items()) if not any(_is_agreed_by(day, one) for one in plan.agreements)]
    if bare:
        yield f"nobody had agreed to a plan on {counted(len(bare), 'day')}: {list_words(bare)}"


def _is_agreed_by(day: date, one: Agreement) -> bool:
    return one.on <= day and one.how not in NOT_AGREED


def _lacking(scope: Scope, entry: Session, notes: Mapping[str, str]) -> Iterator[str]:
    if not entry.note and not entry.note_file:
        yield "no note"
    if entry.note_file and entry.note_file not in notes:
        yield f"{entry.note_file} could not be read"
    if needs_signature(entry):
        yield "not signed"
    if is_late(entry, scope.settings.late_after, today=scope.end):
        yield "written late"
    if entry.kind.client_was_seen and entry.length is None:
        yield "no start and end"
