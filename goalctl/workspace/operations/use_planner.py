"""`planners use`: problems, goals with their steps, and homework of a planner at once."""

from __future__ import annotations

from goalctl.documents.change import Edit
from goalctl.model.entry import entry_values
from goalctl.model.finding import Fields, Value, list_in
from goalctl.model.plan import Plan
from goalctl.model.session import Kind
from goalctl.workspace.edits.additions import append_edit, new_session_id, next_id

PROBLEMS, GOALS, HOMEWORK = "problems", "goals", "homework"


def planner_edits(plan: Plan, entry: Fields, *, by: str | None) -> list[Edit]:
    """Everything at the end of its list; homework given outside a session is an entry of its own, a journal's."""
    edits: list[Edit] = [append_edit(plan, part, one) for part in (PROBLEMS, GOALS) for one in list_in(entry.get(part))]
    if tasks := list_in(entry.get(HOMEWORK)):
        edits.append(append_edit(plan, "sessions", _journal(plan, tasks, entry.get("date"), by)))
    return edits


def _journal(plan: Plan, tasks: list[Value], day: Value, by: str | None) -> Fields:
    head = entry_values(id=new_session_id(plan), date=day, by=by, kind=Kind.JOURNAL.value)
    return {**head, HOMEWORK: tasks}


def next_ids(plan: Plan) -> dict[str, object]:
    """The ids that new problems and goals begin with; when they are others by then, somebody else was quicker."""
    return {"the list of problems": next_id(plan, "p"), "the list of goals": next_id(plan, "g")}
