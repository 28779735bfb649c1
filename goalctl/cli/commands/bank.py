"""`goalctl bank`: everything already used in this workspace, how often, and how it went."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from goalctl.analysis.caseload.bank import Banked, BankKind
from goalctl.cli import options
from goalctl.cli.desk import Desk, desk_of
from goalctl.cli.failures import COULD_NOT
from goalctl.model.entry import entry_values
from goalctl.model.finding import Fault, fault_of
from goalctl.model.scalars import shown
from goalctl.views.listings.bank import BankedRow, bank_view
from goalctl.workspace.memory.bank import Bank, bank_of, private_findings
from goalctl.workspace.store.caseload import CasePlan, case_plans
from goalctl.workspace.store.clients import client_file
from goalctl.workspace.store.root import SETTINGS
from goalctl.workspace.store.scan import Scan, scan

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
    text, faults = " ".join(words or ()), _faults(desk, found, cases)
    fitting = [one for one in _entries(bank, text) if kind in {None, one.kind} and whose in {None, *one.clients}]
    most = len(fitting) if every or not desk.on_terminal else MOST
    desk.show(bank_view([_row(desk, bank, one) for one in fitting[:most]], faults, nothing=_nothing(text)), shown_as)
    return _tell_rest(desk, len(fitting) - most, faults)


def _entries(bank: Bank, text: str) -> Sequence[Banked]:
    return bank.searched(text) if text else bank.entries


def _nothing(text: str) -> str:
    return f"Nothing in the bank fits {shown(text)}." if text else "The bank holds nothing of that yet."


def _tell_rest(desk: Desk, left: int, faults: Iterable[tuple[str, Fault]]) -> int:
    if left > 0:
        desk.say(f"{left} more with --all")
    return COULD_NOT if any(fault.hides_something for _, fault in faults) else 0


def _faults(desk: Desk, found: Scan, cases: Iterable[CasePlan]) -> list[tuple[str, Fault]]:
    """Why the bank may lack something: settings, files that are no plans, plans with errors."""
    faults = [("", fault_of(SETTINGS, finding)) for finding in desk.practice.findings]
    faults += [("", fault_of(name, finding)) for name, finding in found.strays]
    return faults + [(case.file.client, fault_of(case.file.name, finding)) for case in cases for finding in case.errors]


def _row(desk: Desk, bank: Bank, entry: Banked) -> BankedRow:
    codes = sorted({finding.code for finding in private_findings(desk.practice, entry_values(text=entry.text))})
    return BankedRow(bank.id_of(entry), entry, tuple(codes))
