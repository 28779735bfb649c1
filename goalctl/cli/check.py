"""`goalctl check`: findings, each with its place and how to mend it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from goalctl.cli.desk import Desk, desk_of
from goalctl.model.finding import Finding, Severity
from goalctl.views.findings import findings_text, summary
from goalctl.workspace.caseload import case_plans
from goalctl.workspace.clients import client_file
from goalctl.workspace.root import SETTINGS
from goalctl.workspace.scan import PlanFile, Scan, scan

FOUND = 1


def command(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]...", help="Plans by file or client; else all.", show_default=False),
    ] = None,
) -> int:
    """Check plans, and say what is wrong where."""
    desk = desk_of(ctx)
    found = scan(desk.root)
    files = tuple(dict.fromkeys(_file(desk, found, path) for path in paths)) if paths else found.files
    named: list[tuple[str, Finding]] = [] if paths else [(SETTINGS, finding) for finding in desk.practice.findings]
    named += [] if paths else found.strays
    for case in case_plans(desk.practice, files):
        named += [(case.file.name, finding) for finding in case.findings]
    desk.write(findings_text(named))
    desk.say(summary(len(files), [finding for _, finding in named]))
    return FOUND if any(finding.severity is not Severity.INFO for _, finding in named) else 0


def _file(desk: Desk, found: Scan, path: str) -> PlanFile:
    """A plan's file by its path from here, else by the client's id."""
    place = Path(path).absolute()
    for file in found.files:
        if file.path(desk.root) == place:
            return file
    return client_file(found, path, exact=False)
