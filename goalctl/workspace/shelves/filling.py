"""From a ready-made statement to the entry of a plan: a planner's goal, objective, intervention, problem or homework.

A planner's baseline is a hint and never becomes a client's baseline by itself; its horizon is counted from the day on
which it is used. Words in braces are left for the person who uses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from goalctl.library.shelf import MISSING, Shelf
from goalctl.model.entry import entry_values
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import Fields, Path, Value, fields_in, list_in
from goalctl.model.goal import Status
from goalctl.model.measure import Measure
from goalctl.model.nearest import nearest
from goalctl.model.planner import (
    Planner,
    PlannerGoal,
    PlannerHomework,
    PlannerIntervention,
    PlannerObjective,
    PlannerProblem,
)
from goalctl.model.scalars import Duration, excerpt, number_text
from goalctl.model.statement import StatementKind, placeholders
from goalctl.model.written import record_data
from goalctl.workspace.shelves.kinds import PLANNERS

REF = re.compile(r"([a-z0-9][a-z0-9-]*)/([a-z][\w.]*)", re.ASCII)
_ADDS = {
    StatementKind.PROBLEM: "add-problem",
    StatementKind.GOAL: "add-goal",
    StatementKind.OBJECTIVE: "add-objective",
    StatementKind.INTERVENTION: "add-objective --intervention",
    StatementKind.HOMEWORK: "log-session --homework",
    StatementKind.RESOURCE: "nothing: a resource",
}
_DONE = "done"
N = TypeVar("N", PlannerProblem, PlannerGoal, PlannerObjective, PlannerIntervention, PlannerHomework)


@dataclass(frozen=True)
class Open:
    """A measure whose baseline only the client can give: where it stands in the entry, for what, what is usual."""

    place: Path
    wording: str
    measure: Measure
    usual: str = ""


@dataclass(frozen=True)
class Filling:
    """What a plan is to hold, without ids; `shows` are signs of a problem to choose from.

    `from_client` is whose plan a text of the bank comes from, `own_words` whether it repeats what that client said,
    `names` whom that plan could name.
    `problem` is the wording of the problem that a goal is for. `because` is why such a goal is within reach, which
    is said of a client only when somebody says so.
    """

    source: str
    kind: StatementKind
    entry: Fields
    open: tuple[Open, ...] = ()
    shows: tuple[str, ...] = ()
    from_client: str = ""
    own_words: bool = False
    names: tuple[str, ...] = ()
    problem: str = ""
    because: str = ""

    @property
    def blanks(self) -> tuple[str, ...]:
        """The words in braces that are still to be filled in, each once, in order."""
        return tuple(dict.fromkeys(word for text in texts_in(self.entry) for word in placeholders(text)))


class NoStatementError(GoalctlError):
    """No planner has that statement, or it is of another kind than is wanted."""

    exit_status = 2


def from_planner(
    shelf: Shelf[Planner], ref: str, wanted: StatementKind, *, today: date, most_active: int = 0
) -> Filling:
    """What `depression/g3` says, ready for a plan; with `most_active`, a goal brings its objectives, so many active."""
    match = REF.fullmatch(ref)
    if match is None:
        raise NoStatementError(
            f"'{excerpt(ref)}' names nothing in the library", "write it as depression/g3, or bank:ID"
        )
    if first := next((one for one in shelf.problems(match[1]) if one.code == MISSING), None):
        raise NoStatementError(first.message, first.hint)
    planner = PLANNERS.known(shelf, match[1])
    kind = _kind_in(planner, match[2])
    if kind is not wanted:
        hint = f"`goalctl {_ADDS[kind]}` takes it" if kind is not StatementKind.RESOURCE else ""
        raise NoStatementError(f"{ref} is {_a(kind)}, not {_a(wanted)}", hint)
    return _filling(planner, ref, match[2], kind, today, most_active)


def _a(kind: StatementKind) -> str:
    article = "an" if kind.value[0] in "aeiou" else "" if kind is StatementKind.HOMEWORK else "a"
    return f"{article} {kind.value}".strip()


def _kind_in(planner: Planner, id_: str) -> StatementKind:
    kinds = {statement.id: statement.kind for statement in planner.statements()}
    if id_ not in kinds:
        near = nearest(id_, kinds)
        hint = f"did you mean {planner.planner}/{near}? " if near else ""
        raise NoStatementError(
            f"{planner.planner} has no {excerpt(id_)}", f"{hint}`goalctl planners show {planner.planner}` shows it all"
        )
    return kinds[id_]


def _filling(planner: Planner, ref: str, id_: str, kind: StatementKind, today: date, most_active: int) -> Filling:
    match kind:
        case StatementKind.PROBLEM:
            problem = _with_id(planner.problems, id_)
            return Filling(ref, kind, entry_values(problem=problem.problem), shows=problem.shows)
        case StatementKind.GOAL:
            return _goal(planner, _with_id(planner.goals, id_), ref, today, most_active)
        case StatementKind.OBJECTIVE:
            objective = _with_id(planner.objectives, id_)
            open_ = opens_of((MEASURABLE,), objective)
            return Filling(ref, kind, objective_entry(planner, objective, today=today), tuple(open_))
        case StatementKind.INTERVENTION:
            return Filling(ref, kind, intervention_entry(_with_id(planner.interventions, id_)))
        case _:
            return Filling(ref, kind, entry_values(task=_with_id(planner.homework, id_).task))


def _with_id(items: Iterable[N], id_: str) -> N:
    """The one with that id, which is known to be there."""
    return next(each for each in items if each.id == id_)


MEASURABLE = "measurable"


def _goal(planner: Planner, goal: PlannerGoal, ref: str, today: date, most_active: int) -> Filling:
    smart = entry_values(
        specific=goal.specific,
        measurable=_measure(goal.measurable),
        time_bound=entry_values(deadline=_after(goal.horizon, today)),
    )
    steps = goal.objectives if most_active else ()
    objectives: list[Value] = [
        objective_entry(planner, step, today=today, status=Status.ACTIVE if n < most_active else Status.RESERVE)
        for n, step in enumerate(steps)
    ]
    entry = entry_values(goal=goal.goal, term=goal.term, smart=smart, objectives=objectives)
    open_ = [*opens_of(("smart", MEASURABLE), goal)]
    for n, step in enumerate(steps):
        open_ += opens_of(("objectives", n, MEASURABLE), step)
    problem = next((each.problem for each in planner.problems if each.id == goal.problem), "")
    return Filling(ref, StatementKind.GOAL, entry, tuple(open_), problem=problem, because=goal.because or "")


def objective_entry(
    planner: Planner, objective: PlannerObjective, *, today: date, status: Status | None = None
) -> Fields:
    """A planner's objective with its interventions."""
    named = {each.id: each for each in planner.interventions}
    wanted = [named[id_] for id_ in objective.interventions if id_ in named]
    interventions: list[Value] = [
        entry_values(id=f"i{n}") | intervention_entry(each) for n, each in enumerate(wanted, start=1)
    ]
    return entry_values(
        objective=objective.objective, status=status.value if status else None, opened=today if status else None,
        measurable=_measure(objective.measurable), deadline=_after(objective.horizon, today),
        interventions=interventions,
    )  # fmt: skip


def intervention_entry(intervention: PlannerIntervention) -> Fields:
    """A planner's intervention, named by its approach, as the clinician's."""
    return entry_values(what=intervention.wording, who="clinician", every=intervention.every, for_=intervention.for_)


def _measure(measure: Measure | None) -> Fields:
    """How it is scored; a baseline is the client's own, but nothing is done before it is."""
    if measure is None:
        return {}
    data = record_data(measure)
    return data if measure.kind == _DONE else {key: value for key, value in data.items() if key != "baseline"}


def opens_of(place: Path, item: PlannerGoal | PlannerObjective) -> Iterator[Open]:
    """The measure of a planner's goal or step, whose baseline is the client's own; `place` is where it stands."""
    measure = item.measurable
    if measure is not None and measure.kind != _DONE:
        wording = (item.specific or item.goal) if isinstance(item, PlannerGoal) else item.objective
        yield Open(place, wording, measure, "" if measure.baseline is None else number_text(measure.baseline))


def _after(horizon: Duration | None, today: date) -> date | None:
    return horizon.after(today) if horizon else None


def texts_in(value: Value) -> Iterator[str]:
    """Every text of an entry."""
    if isinstance(value, str):
        yield value
    inner: Iterable[Value] = value.values() if isinstance(value, dict) else list_in(value)
    for each in inner:
        yield from texts_in(each)


def filled_in(value: Value, words: Mapping[str, str]) -> Value:
    """The same with the words in place of what stands in braces; a word that is not given stays as it is."""
    if isinstance(value, str):
        for name in placeholders(value):
            value = value.replace(f"{{{name}}}", words.get(name, f"{{{name}}}"))
        return value
    if isinstance(value, dict):
        return {key: filled_in(inner, words) for key, inner in value.items()}
    return [filled_in(inner, words) for inner in value] if isinstance(value, list) else value


def put(value: Value, place: Path, new: Value) -> Value:
    """The same with something else at that place, where a mapping or a list leads to it."""
    if not place:
        return new
    step, *rest = place
    if isinstance(value, list) and isinstance(step, int):
        return [put(inner, tuple(rest), new) if n == step else inner for n, inner in enumerate(value)]
    held = fields_in(value)
    return {**held, str(step): put(held.get(str(step)), tuple(rest), new)}
