"""Something new for a plan as edits: an item for one of its lists, with the next free id, in its usual place."""

from __future__ import annotations

import secrets
from collections.abc import Container

from goalctl.documents.change import AppendItem
from goalctl.documents.yaml_text import block_text
from goalctl.model.finding import Value
from goalctl.model.goal import Goal
from goalctl.model.ids import next_number
from goalctl.model.plan import Plan
from goalctl.model.walk import used_ids
from goalctl.workspace.store.scan import SCHEMA, PlanFile

_ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
ID_LENGTH = 6
CLIENT_ID_LENGTH = 4
SECTIONS = tuple(info.alias or name for name, info in Plan.model_fields.items())


def appended(plan: Plan, section: str, item: Value) -> AppendItem:
    """The item at the end of a section; a section that is missing comes before the one that usually follows it."""
    present = {field.rstrip("_") for field in plan.model_fields_set}
    following = SECTIONS[SECTIONS.index(section) + 1 :]
    return AppendItem((section,), item, before=next((name for name in following if name in present), None))


def next_id(plan: Plan, prefix: str) -> str:
    """The next free id with that prefix: `p`, `g`, `g1.`, `h`."""
    return f"{prefix}{next_number(used_ids(plan), prefix)}"


def appended_objective(plan: Plan, goal: Goal, objective: Value) -> AppendItem:
    """A new objective at the end of its goal's."""
    return AppendItem(("goals", plan.goals.index(goal), "objectives"), objective)


def new_session_id(plan: Plan) -> str:
    """A random id that this plan does not have yet; it begins with a letter, so that it never looks like a number."""
    taken = {session.id for session in plan.sessions}
    while True:
        found = secrets.choice(_ID_LETTERS[10:]) + "".join(secrets.choice(_ID_LETTERS) for _ in range(ID_LENGTH - 1))
        if found not in taken:
            return found


def new_client_id(taken: Container[str]) -> str:
    """A random id that no client here has, such as `c-7f3k`; it says nothing about anybody."""
    while True:
        found = "c-" + "".join(secrets.choice(_ID_LETTERS) for _ in range(CLIENT_ID_LENGTH))
        if found not in taken:
            return found


def new_plan_text(file: PlanFile, plan: dict[str, Value]) -> str:
    """The text of a new plan's file; its first line tells editors where the schema is, seen from the file."""
    schema = "../" * (file.name.count("/") - 1) + SCHEMA
    return f"# yaml-language-server: $schema={schema}\n" + block_text(plan)
