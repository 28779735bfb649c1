"""`goalctl add-problem`: what brought the client."""

from __future__ import annotations

from typing import Annotated

import typer

from goalctl.cli.desk import desk_of
from goalctl.cli.entering import fitting
from goalctl.cli.options import Client
from goalctl.cli.writing import write
from goalctl.documents.change import Edit
from goalctl.model.entry import said
from goalctl.model.goal import Problem
from goalctl.model.plan import Plan
from goalctl.workspace.additions import appended, next_id


def command(
    ctx: typer.Context,
    client: Client,
    problem: Annotated[str, typer.Argument(help="The problem in words.")],
    evidence: Annotated[
        str | None, typer.Option("--evidence", help="How it shows: scores, what the client reports.")
    ] = None,
) -> None:
    """Add a problem to a plan."""
    fitting(Problem, said(id="p1", problem=problem, evidence=evidence))

    def changes(plan: Plan) -> list[Edit]:
        return [appended(plan, "problems", said(id=next_id(plan, "p"), problem=problem, evidence=evidence))]

    changed = write(desk_of(ctx), client, changes, "added a problem:")
    desk_of(ctx).write(f"{changed.plan.problems[-1].id}\n")
