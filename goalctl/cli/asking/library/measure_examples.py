"""How goals like this one are scored in the library, as lines to copy."""

from __future__ import annotations

from collections.abc import Callable

from goalctl.cli.asking.ask import Replies
from goalctl.cli.asking.library.goal_sources import goal_words
from goalctl.model.measure import Measure
from goalctl.model.planner import PlannerGoal, PlannerObjective
from goalctl.model.scalars import number_text
from goalctl.model.statement import StatementKind
from goalctl.workspace.shelves.kinds import PLANNERS
from goalctl.workspace.shelves.statements import Shelved, StatementSearch, shelved
from goalctl.workspace.store.practice import Practice

MOST = 3
_SAID = ("wording", "goal", "objective", "specific")
_SCORED = {StatementKind.GOAL, StatementKind.OBJECTIVE}


def measure_examples(practice: Practice) -> Callable[[Replies], str]:
    """A function that gives the measures of what in the library is nearest to the answers, or nothing."""

    def examples(answers: Replies) -> str:
        asked = " ".join(goal_words(answers.get(key)) for key in _SAID)
        statements = [each for each in shelved(PLANNERS.shelf(practice.root)) if each.statement.kind in _SCORED]
        measures = (_measure(each) for each in StatementSearch(statements).best(asked)[: 2 * MOST])
        lines = dict.fromkeys(measure_line(measure) for measure in measures if measure and _is_plain(measure))
        near = [f"   {line}" for line in list(lines)[:MOST]]
        return "\n".join(["in the library, near to this:", *near]) if near else ""

    return examples


def _measure(shelved_one: Shelved) -> Measure | None:
    scored: list[PlannerGoal | PlannerObjective] = [*shelved_one.planner.goals, *shelved_one.planner.objectives]
    return next((each.measurable for each in scored if each.id == shelved_one.statement.id), None)


def _is_plain(measure: Measure) -> bool:
    return measure.kind not in {"levels", "done"} and measure.keep is None


def measure_line(measure: Measure) -> str:
    """The measure as it is typed, without its baseline: `days run/week 0..7: … -> 5`."""
    target = _target(measure)
    if measure.form:
        return f"{measure.form}{f' {measure.of}' if measure.of else ''}: … -> {target}"
    head = measure.of or measure.kind
    if measure.kind == "percent":
        return f"{head} %: … -> {target}"
    per = f"/{measure.per.value}" if measure.per else ""
    unit = f" {measure.unit}" if measure.kind == "number" and measure.unit else ""
    scale = f" {_ends(measure)}" if measure.kind in {"count", "rating"} and measure.scale else ""
    return f"{head}{per}{scale}: … -> {target}{unit}"


def _target(measure: Measure) -> str:
    """The target as it is typed, of a band both ends."""
    if band := measure.band:
        return f"{number_text(band.low)}..{number_text(band.high)}"
    return "" if measure.target is None else number_text(measure.target)


def _ends(measure: Measure) -> str:
    low, high = measure.scale or (0, 10)
    return f"{number_text(low)}..{'' if high is None else number_text(high)}"
