"""`goalctl bank`: everything already used in this workspace, how often, and how it went."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from goalctl.analysis.caseload.bank import Banked, BankKind
from goalctl.cli import options
from goalctl.cli.desk import Desk, desk_of
from goalctl.model.entry import said
from goalctl.model.finding import Fault, fault_of
from goalctl.model.scalars import shown
from goalctl.views.listings.bank import BankedRow, bank_view
from goalctl.workspace.memory.bank import Bank, bank_of, private_findings
from goalctl.workspace.store.caseload import CasePlan, case_plans
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.root import SETTINGS
from goalctl.workspace.store.scan import Scan, scan

INCOMPLETE = 3
MOST = 40


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORD]...", help="What it is about.", show_default=False)
    ] = None,
    kind: Annotated[BankKind | None, typer.Option("--kind", help="Only one kind.", show_default=False)] = None,
    client: Annotated[
        str | None, typer.Option("--client", metavar="CLIENT", help="Only what this client's plan holds.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Everything, not only the first.")] = False,
    shown_as: options.ListingFormat = None,
) -> int:
    """Show every goal, objective, intervention and homework already used, the most used and latest first.

    Take one into a plan with `--from ID`; typing errors in WORD are forgiven.
    """
    desk = desk_of(ctx)
    found = scan(desk.root)
    whose = client_file(found, client, exact=False).client if client else None
    cases = list(desk.progress(case_plans(desk.practice, found.files), total=len(found.files), doing="reading plans"))
    bank = bank_of(desk.practice, cases, today=desk.today)
    entries = bank.searched(" ".join(words)) if words else bank.entries
    fitting = [each for each in entries if kind in {None, each.kind} and (whose is None or whose in each.clients)]
    first = fitting if every or not desk.on_terminal else fitting[:MOST]
    faults = _faults(desk, found, cases)
    nothing = f"Nothing in the bank fits {shown(' '.join(words))}." if words else "The bank holds nothing of that yet."
    desk.show(bank_view([_row(desk, bank, each) for each in first], faults, nothing=nothing), shown_as)
    if len(first) < len(fitting):
        desk.say(f"{len(fitting) - len(first)} more with --all")
    return INCOMPLETE if any(fault.hides_something for _, fault in faults) else 0


def _faults(desk: Desk, found: Scan, cases: Iterable[CasePlan]) -> list[tuple[str, Fault]]:
    """Why the bank may lack something: settings, files that are no plans, plans with errors."""
    faults = [("", fault_of(SETTINGS, finding)) for finding in desk.practice.findings]
    faults += [("", fault_of(name, finding)) for name, finding in found.strays]
    return faults + [(case.file.client, fault_of(case.file.name, finding)) for case in cases for finding in case.errors]


def _row(desk: Desk, bank: Bank, entry: Banked) -> BankedRow:
    codes = sorted({finding.code for finding in private_findings(desk.practice, said(text=entry.text))})
    return BankedRow(bank.id_of(entry), entry, tuple(codes))
