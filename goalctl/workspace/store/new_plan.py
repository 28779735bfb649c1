"""The text of a plan that has no file yet."""

from __future__ import annotations

from goalctl.documents.yaml_text import block_text
from goalctl.model.finding import Value
from goalctl.model.formats import NEWEST, format_needed
from goalctl.model.plan import Plan
from goalctl.workspace.store.scan import SCHEMA, PlanFile


def new_plan_text(file: PlanFile, plan: dict[str, Value]) -> str:
    """The text of a new plan's file; its first line tells editors where the schema is, seen from the file.

    It gets the format that its words need.
    """
    schema = "../" * (file.name.count("/") - 1) + SCHEMA
    stated = plan.get("format") or "1"
    if stated == "1" and format_needed(Plan, plan) == NEWEST:
        plan = {"format": str(NEWEST), **plan} | {"format": str(NEWEST)}
    return f"# yaml-language-server: $schema={schema}\n" + block_text(plan)
