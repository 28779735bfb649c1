"""A template from a plan: wording, measures, time and interventions of problems and goals; nothing else goes along.

What is taken is an allow-list, the bank's: no score, baseline, day, value, quote, reason, name or note.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalctl.model.entry import entry_values
from goalctl.model.fields import in_order
from goalctl.model.finding import Fields, Path, Value, fields_in, list_in, records_under
from goalctl.model.goal import WORDING_KEYS, Goal, Objective, Status
from goalctl.model.plan import Plan
from goalctl.model.template import Template
from goalctl.workspace.memory.bank import shared_goal

WORDINGS = {"problem", "goal", "specific", "objective", "what", "of", "unit"}
_KEPT_OF_STEP = {"objective", "measurable", "interventions"}
_KEPT_OF_GOAL = {"goal", "term", "smart", "objectives"}


def template_from(plan: Plan, name: str, title: str, *, today: date) -> Fields:
    """The template, with everything that a person still has to look at."""
    within: dict[str, Value] = {}
    problems: list[Value] = [entry_values(id=one.id, problem=one.problem) for one in plan.problems]
    goals: list[Value] = [_goal(plan, goal, within, today) for goal in plan.goals if goal.status is not Status.DRAFT]
    whole = entry_values(format="1", template=name, name=title, problems=problems, goals=goals, within=within)
    return in_order(Template, whole)


def _goal(plan: Plan, goal: Goal, within: dict[str, Value], today: date) -> Value:
    shared = shared_goal(plan, goal, today)
    smart = fields_in(shared.get("smart"))
    kept = {key: value for key, value in smart.items() if key != "time_bound"}
    _note_stretch(within, goal.id, smart.get("time_bound"), today)
    steps = list_in(shared.get("objectives"))
    objectives: list[Value] = [
        _step(step, own, within, today) for step, own in zip(steps, goal.objectives, strict=True)
    ]
    found = {key: value for key, value in shared.items() if key in _KEPT_OF_GOAL}
    head = entry_values(id=goal.id, problem=list(goal.problems), status=Status.DRAFT.value)
    return in_order(Goal, {**head, **found} | entry_values(smart=kept, objectives=objectives))


def _step(step: Value, own: Objective, within: dict[str, Value], today: date) -> Value:
    held = fields_in(step)
    _note_stretch(within, own.id, held, today)
    kept: Fields = {key: value for key, value in held.items() if key in _KEPT_OF_STEP}
    return in_order(Objective, {"id": own.id, "status": Status.DRAFT.value, **kept})


def _note_stretch(within: dict[str, Value], id_: str, held: Value, today: date) -> None:
    """How long it was given, in days."""
    if deadline := fields_in(held).get("deadline"):
        within[id_] = f"{(date.fromisoformat(str(deadline)) - today).days}d"


def wordings_in(value: Value, place: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every wording with its place: what somebody has to look at before it is nobody's."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in WORDINGS and isinstance(inner, str):
                yield (*place, key), inner
            elif key in {"anchors", "levels"} and isinstance(inner, dict):
                yield from (((*place, key, one), str(words)) for one, words in inner.items())
            else:
                yield from wordings_in(inner, (*place, key))
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from wordings_in(inner, (*place, n))


def put_or_drop(entry: Fields, place: Path, words: str) -> Fields:
    """The entry with other words there; without any, what the words are of is left out: the whole item, or the key."""
    return fields_in(_put(entry, place, words))


def _put(value: Value, place: Path, words: str) -> Value:
    step, *rest = place
    if isinstance(value, list) and isinstance(step, int):
        inner = _put(value[step], tuple(rest), words)
        return [*value[:step], *([inner] if inner else []), *value[step + 1 :]]
    if not isinstance(value, dict):
        return value
    key = str(step)
    if rest:
        return {**value, key: _put(value.get(key), tuple(rest), words)}
    if words:
        return {**value, key: words}
    return None if key in WORDING_KEYS else {other: inner for other, inner in value.items() if other != key}


def tidy(entry: Fields) -> Fields:
    """The entry without what lost its owner: references to problems and stretches of goals that were left out."""
    problems = {one.get("id") for one in records_under(entry, "problems")}
    goals = records_under(entry, "goals")
    kept: list[Value] = [_with_problems(goal, problems) for goal in goals]
    ids = {goal.get("id") for goal in goals} | {
        step.get("id") for goal in goals for step in records_under(goal, "objectives")
    }
    stretches = {key: one for key, one in fields_in(entry.get("within")).items() if key in ids}
    return in_order(Template, {**entry, "goals": kept} | entry_values(within=stretches)) if goals else entry


def _with_problems(goal: Fields, known: set[Value]) -> Value:
    named = goal.get("problem")
    ids = [one for one in (named if isinstance(named, list) else [named]) if one in known]
    rest = {key: value for key, value in goal.items() if key not in {"problem", "objectives"} or value}
    problem = ids[0] if len(ids) == 1 else ids or None
    return in_order(
        Goal, {key: value for key, value in rest.items() if key != "problem"} | entry_values(problem=problem)
    )
