"""`goalctl doctor`: what is wrong around the plans, and what of it can be mended safely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Annotated

from goalctl.cli.asking.ask import is_confirmed
from goalctl.cli.declared import Option
from goalctl.cli.desk import Desk, machine_time
from goalctl.cli.failures import FINDINGS
from goalctl.cli.options import ListingFormat
from goalctl.views.data.beside import doctor_document
from goalctl.views.listings.doctor import doctor_view
from goalctl.workspace.doctor.trouble import Trouble
from goalctl.workspace.operations.doctor import cured, troubles
from goalctl.workspace.store.caseload import CasePlan
from goalctl.workspace.store.who import UnknownClinicianError

LOOKS = 4


def command(
    desk: Desk,
    fix: Annotated[bool, Option("--fix", help="Mend what is safe; what is not, asks first.")] = False,
    shown_as: ListingFormat = None,
) -> int:
    """Look at everything around the plans: folders, git, notes, second copies, settings, names, backups.

    Nothing is changed without --fix, and with it nothing is ever thrown away. Status 1 when something is wrong. It
    says who writes here, too: GOALCTL_CLINICIAN, else git's name or address as clinicians in goalctl.yaml have it,
    else clinician there.
    """
    left = _after_cures(desk) if fix else _found(desk)
    found = [(one.where, one.what, one.mend, one.matters) for one in left]
    desk.answer(lambda: doctor_view(found), lambda: doctor_document(found), shown_as)
    if not fix:
        _say_who_writes(desk)
    if not fix and any(trouble.cure for trouble in left):
        desk.say("goalctl doctor --fix mends what is safe")
    return FINDINGS if any(trouble.matters for trouble in left) else 0


def _say_who_writes(desk: Desk) -> None:
    """Who writes what goalctl writes, unless --by says otherwise, and what says so."""
    with suppress(UnknownClinicianError):  # which is in the list
        if desk.writer.name:
            desk.say(f"{desk.writer.name} writes here ({desk.writer.told_by})")


def _found(desk: Desk) -> list[Trouble]:
    def watched(plans: Iterable[CasePlan], total: int) -> Iterator[CasePlan]:
        return desk.progress(plans, total=total, doing="looking at plans")

    return list(troubles(desk.practice, machine_time(None), watched, today=desk.today))


def _after_cures(desk: Desk) -> list[Trouble]:
    """What is left; each cure that worked is told. A cure may bring to light what it hid, so it is looked again."""
    asked: dict[str, bool] = {}

    def agrees(question: str) -> bool:
        if question not in asked:
            asked[question] = desk.may_ask and is_confirmed(desk, question, default=False)
        return asked[question]

    left: list[Trouble] = []
    for _ in range(LOOKS):
        outcomes = [(trouble, cured(trouble, agrees)) for trouble in _found(desk)]
        left = [outcome for _, outcome in outcomes if isinstance(outcome, Trouble)]
        for trouble, outcome in outcomes:
            if isinstance(outcome, str):
                desk.say(f"mended: {trouble.where}: {outcome}")
        if len(left) == len(outcomes):
            break
    return left
