"""A goal as the plan states it: its SMART parts, the client's own words, its objectives and what is done for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from goalctl.analysis.progress.beginning import opening_of
from goalctl.model.goal import Extension, Goal, Intervention, Objective, Scorable, Who
from goalctl.model.measure import Measure
from goalctl.model.scalars import number_text
from goalctl.views.reports.parts import ReportFact, Scope, Table, day_words, facts_of, list_words, table_of
from goalctl.views.words.measure import measure_in_words, target_text
from goalctl.views.words.rhythm import rhythm_words, stretch_words

NO_GOAL = "No goal is worked on yet."
_WHO = {Who.BOTH: "clinician and client"}


class ObjectivePart(NamedTuple):
    """A step of a goal, with what is done for it."""

    id: str
    wording: str
    status: str
    facts: tuple[ReportFact, ...]
    levels: Table
    interventions: Table


class GoalPart(NamedTuple):
    """A goal; `words` are the client's own."""

    id: str
    wording: str
    status: str
    words: str
    facts: tuple[ReportFact, ...]
    smart: tuple[ReportFact, ...]
    levels: Table
    objectives: tuple[ObjectivePart, ...]


def goal_part(scope: Scope, goal: Goal) -> GoalPart:
    """The goal with its objectives, in the file's order."""
    return GoalPart(
        id=goal.id,
        wording=goal.goal,
        status=goal.status.value,
        words=goal.smart.relevant.in_their_words or "",
        facts=_facts(scope, goal),
        smart=tuple(_smart(scope, goal)),
        levels=_levels(goal),
        objectives=tuple(_objective(scope, objective) for objective in goal.objectives),
    )


def _facts(scope: Scope, goal: Goal) -> tuple[ReportFact, ...]:
    return facts_of(
        ("Status", goal.status.value),
        ("Term", goal.term.value if goal.term else ""),
        ("Problem" if len(goal.problems) == 1 else "Problems", list_words(goal.problems)),
        ("Serves", goal.serves),
        ("Opened", opening_of(scope.plan, goal)),
        ("Closed", goal.closed),
    )


def _smart(scope: Scope, goal: Goal) -> Iterator[ReportFact]:
    """The five parts; one that is not stated is an empty line, because an auditor looks for it."""
    smart = goal.smart
    control = {True: "in the client's control", False: "depends on others too", None: None}
    yield ReportFact("Specific", smart.specific or "")
    yield ReportFact("Measurable", _measure(scope, goal.measure))
    attainable = smart.attainable
    yield ReportFact("Attainable", "; ".join(filter(None, [attainable.because, control[attainable.in_client_control]])))
    yield ReportFact("Relevant", smart.relevant.value or ("" if not smart.relevant.in_their_words else "as said above"))
    yield ReportFact("Time-bound", deadline_words(goal))
    yield from facts_of(("Monitored by", smart.time_bound.monitored))


def _measure(scope: Scope, measure: Measure | None) -> str:
    return measure_in_words(measure, scope.forms) if measure else ""


def deadline_words(item: Scorable) -> str:
    """`by 2026-08-31 (moved from 2026-06-30: two weeks of flu); a look on 2026-03-31`."""
    if item.deadline is None:
        return ""
    moved = "".join(f" ({_move_words(extension)})" for extension in item.extended)
    looks = f"; a look on {list_words(item.checkpoints)}" if item.checkpoints else ""
    return f"by {item.deadline}{moved}{looks}"


def _move_words(extension: Extension) -> str:
    return f"moved from {extension.from_} on {extension.on}: {extension.because}"


def _objective(scope: Scope, objective: Objective) -> ObjectivePart:
    measure = objective.measure
    facts = (
        *facts_of(("Status", objective.status.value)),
        ReportFact("Measure", _measure(scope, measure)),
        ReportFact("Baseline", _baseline(measure)),
        ReportFact("Target", target_text(measure) if measure else ""),
        ReportFact("Deadline", deadline_words(objective)),
        *facts_of(("Closed", objective.closed)),
    )
    is_open = objective.status.value != "reserve"
    return ObjectivePart(
        id=objective.id,
        wording=objective.objective,
        status=objective.status.value,
        facts=facts if is_open else facts_of(("Status", "in reserve, not begun")),
        levels=_levels(objective),
        interventions=_interventions(objective),
    )


def _baseline(measure: Measure | None) -> str:
    if measure is None:
        return ""
    since = f" on {measure.since}" if measure.since else ""
    return "the first score" if measure.baseline is None else f"{number_text(measure.baseline)}{since}"


def _levels(item: Scorable) -> Table:
    levels = item.measure.levels if item.measure and item.measure.levels else {}
    rows = [(str(level), text) for level, text in sorted(levels.items())]
    return table_of(f"Levels of {item.id}", ("Level", "What it looks like"), rows)


def _interventions(objective: Objective) -> Table:
    rows = [_intervention(objective, found) for found in objective.interventions]
    heads = ("ID", "Intervention", "By", "Frequency", "Duration", "Minutes", "Since")
    return table_of(f"Interventions for {objective.id}", heads, rows)


def _intervention(objective: Objective, found: Intervention) -> tuple[str, ...]:
    return (
        f"{objective.id}.{found.id}",
        found.what,
        who_words(found),
        rhythm_words(found.every),
        stretch_words(found.for_),
        number_text(found.minutes) if found.minutes else "",
        day_words(found.on),
    )


def who_words(found: Intervention) -> str:
    """Who does it."""
    return _WHO.get(found.who, found.who.value) if found.who else ""
