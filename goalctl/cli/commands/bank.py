"""`goalctl bank`: everything already used in this workspace, how often, and how it went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated

from goalctl.analysis.caseload.banked import Banked, BankKind
from goalctl.cli import options
from goalctl.cli.declared import Argument, Option
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT
from goalctl.model.scalars import excerpt
from goalctl.views.data.many import Faults
from goalctl.views.listings.bank import BankedRow, bank_view
from goalctl.workspace.memory.answer import Inquiry
from goalctl.workspace.memory.parts import Part
from goalctl.workspace.memory.uses import Bank, bank_of
from goalctl.workspace.store.clients import found_in

MOST = 40


def command(
    desk: Desk,
    words: Annotated[
        list[str] | None, Argument(metavar="[WORD]...", help="What it is about.", show_default=False)
    ] = None,
    kind: Annotated[BankKind | None, Option("--kind", help="Only one kind.", show_default=False)] = None,
    client: Annotated[
        str | None, Option("--client", metavar="CLIENT", help="Only what this client's plan holds.")
    ] = None,
    every: Annotated[bool, Option("--all", help="Everything, not only the first.")] = False,
    shown_as: options.ListingFormat = None,
) -> int:
    """Show every goal, objective, intervention and homework already used, those reached most first, then used most.

    Take one into a plan with `--from ID`; typing errors in WORD are forgiven.
    """
    whose = found_in(desk.root, client, exact=False)[1].client if client else None
    today = desk.today_in(desk.memory.settings.timezone)
    answer = desk.memory.answer(Inquiry((Part.BANK,), today))
    bank, text = bank_of(answer), " ".join(words or ())
    fitting = [one for one in _entries(bank, text) if kind in {None, one.kind} and whose in {None, *one.clients}]
    most = len(fitting) if every or not desk.on_terminal else MOST
    rows = [BankedRow(bank.id_of(one), one, bank.used_by(one)) for one in fitting[:most]]
    desk.answer(
        lambda: bank_view(rows, answer.faults, nothing=_nothing(text)),
        lambda: _document(rows, answer.faults, today),
        shown_as,
    )
    _tell_rest(desk, len(fitting) - most)
    return COULD_NOT if answer.hides_something else 0


def _tell_rest(desk: Desk, left: int) -> None:
    if left > 0:
        desk.say(f"{left} more with --all")


def _entries(bank: Bank, text: str) -> Sequence[Banked]:
    return bank.searched(text) if text else bank.entries


def _nothing(text: str) -> str:
    return f"Nothing in the bank fits {excerpt(text)}." if text else "The bank holds nothing of that yet."


def _document(rows: Iterable[BankedRow], faults: Faults, today: date) -> Mapping[str, object]:
    from goalctl.views.data.beside import bank_document

    return bank_document([(row.id, row.entry, row.clients) for row in rows], faults, today)
