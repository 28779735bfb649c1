"""`goalctl export`: plans as JSON, scores as CSV; without anything that says who it was, if wanted."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from goalctl import __version__
from goalctl.analysis.case import Case
from goalctl.analysis.figures import counted
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import COULD_NOT
from goalctl.documents.save import create
from goalctl.exchange.deidentified import COLUMNS, Nameless, deidentified_rows, deidentified_text
from goalctl.exchange.plans import plans_text
from goalctl.views.listings.exchange import rows_listing, score_listing
from goalctl.views.listings.formats import csv_text
from goalctl.views.screens.findings import findings_text
from goalctl.workspace.store.caseload import CasePlan, case_plans
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.scan import scan

CODE_BYTES = 8


class ExportFormat(StrEnum):
    """What an export can be."""

    JSON = "json"
    CSV = "csv"


def command(
    ctx: typer.Context,
    clients: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CLIENT]...", help="Only these; a beginning of each will do.", show_default=False),
    ] = None,
    shown_as: Annotated[
        ExportFormat, typer.Option("--format", help="json: whole plans, to import again. csv: a row for each score.")
    ] = ExportFormat.JSON,
    deidentify: Annotated[
        bool, typer.Option("--deidentify", help="No words, names or days: random codes, and weeks since the opening.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="A new file that only you may read.")
    ] = None,
) -> int:
    """Write plans as JSON or scores as CSV, for another program, for research, or to move to another workspace."""
    desk = desk_of(ctx)
    cases = list(_cases(desk, clients or []))
    _tell_errors(desk, cases)
    plans = [desk.practice.case(case.plan, today=desk.today) for case in cases if case.plan is not None]
    text = _nameless(plans, shown_as) if deidentify else _whole(cases, plans, shown_as)
    _deliver(desk, text, output, counted(len(plans), "plan"))
    return COULD_NOT if len(plans) < len(cases) else 0


def _deliver(desk: Desk, text: str, output: Path | None, what: str) -> None:
    if output is None:
        desk.write(text)
    else:
        create(output.absolute(), text.encode(), root=output.absolute().parent)
        desk.say(f"exported {what} to {output}")


def _tell_errors(desk: Desk, cases: Iterable[CasePlan]) -> None:
    for case in cases:
        if case.errors:
            desk.say(findings_text((case.file.name, finding) for finding in case.errors))


def _cases(desk: Desk, clients: Iterable[str]) -> Iterator[CasePlan]:
    found = scan(desk.root)
    files = {(file := client_file(found, client, exact=False)).client: file for client in clients}
    wanted = sorted(files.values(), key=lambda file: file.client)
    return case_plans(desk.practice, wanted or found.files)


def _whole(cases: Iterable[CasePlan], plans: Iterable[Case], shown_as: ExportFormat) -> str:
    if shown_as is ExportFormat.JSON:
        return plans_text([case.document.data for case in cases if case.plan is not None], version=__version__)
    return csv_text(score_listing(score for plan in plans for score in plan.scores))


def _nameless(plans: Iterable[Case], shown_as: ExportFormat) -> str:
    """In the order of the random codes, so that the order of the ids tells nothing."""
    found = sorted((Nameless.of(plan, secrets.token_hex(CODE_BYTES)) for plan in plans), key=lambda one: one.code)
    if shown_as is ExportFormat.JSON:
        return deidentified_text(found, version=__version__)
    return csv_text(rows_listing(COLUMNS, deidentified_rows(found)))
