"""`grow`: what was said in the conversation, as a new goal or over the draft that it went on with."""

from __future__ import annotations

from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.fields import in_order
from goalctl.model.finding import Fields, Value
from goalctl.model.goal import Goal
from goalctl.model.plan import Plan
from goalctl.workspace.edits.additions import append_edit, next_id, numbered
from goalctl.workspace.edits.placing import value_edits

WISH = "x-wish"
"""Which wish the goal came from; it names the goal then, and the goal itself doesn't hold it."""


def grow_edits(plan: Plan, entry: Fields, draft: Goal | None) -> list[Edit]:
    """The goal at the end of the plan's, or in the place of the draft, which is one of them."""
    goal = {key: value for key, value in entry.items() if key != WISH}
    if len(plan.problems) == 1:
        goal = in_order(Goal, entry_values(problem=plan.problems[0].id) | goal)
    if draft is None:
        new = next_id(plan, "g")
        return [append_edit(plan, "goals", numbered(goal, new)), *_wish_edits(plan, entry.get(WISH), new)]
    at = ("goals", plan.goals.index(draft))
    edits = [edit for key, value in goal.items() for edit in value_edits(draft, (key,), value, at=at)]
    return [*edits, *_wish_edits(plan, entry.get(WISH), draft.id)]


def _wish_edits(plan: Plan, wish: Value, goal: str) -> list[Edit]:
    """The wish that the goal came from names it."""
    places = [n for n, known in enumerate(plan.discovery.magic_wand) if known.wish == wish and known.goal is None]
    if not places:
        return []
    at = ("discovery", "magic_wand", places[0])
    return value_edits(plan.discovery.magic_wand[places[0]], ("goal",), goal, at=at)
