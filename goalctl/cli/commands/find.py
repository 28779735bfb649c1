"""`goalctl find`: where the record speaks of something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from goalctl.analysis.history.passages import Passage, passages_found, passages_of
from goalctl.cli.declared import Argument
from goalctl.cli.desk import Desk
from goalctl.cli.failures import COULD_NOT
from goalctl.cli.options import ListingFormat
from goalctl.cli.reading import faults_in, was_there
from goalctl.model.finding import fault_of
from goalctl.views.clean import clean
from goalctl.views.data.beside import find_document
from goalctl.views.listings.find import find_view
from goalctl.workspace.store.caseload import CasePlan, case_plans
from goalctl.workspace.store.clients import client_beside
from goalctl.workspace.store.linked_notes import linked_notes
from goalctl.workspace.store.scan import PlanFile
from goalctl.workspace.store.stray_risk import told_scan

Words = Annotated[
    list[str],
    Argument(metavar="WORD...", help="What it speaks of; last may stand one client's id.", show_default=False),
]


def command(desk: Desk, words: Words, shown_as: ListingFormat = None) -> int:
    """Find where goals, notes, entries, answers and journals speak of something: of all clients, or `WORD… CLIENT`.

    All words have to be there; endings and slips of the pen are forgiven. Linked notes are read too.
    """
    there = told_scan(desk.practice)
    files, wanted = _of_whom(list(there.files), words)
    beside = there.strays if len(wanted) == len(words) else there.beside(files[0].client)
    clients = {file.client for file in there.files} if beside else set()
    faults = [(client_beside(name, clients), fault_of(name, finding)) for name, finding in beside]
    first = list(faults)
    passages: list[Passage] = []
    for case in desk.progress(case_plans(desk.practice, files), total=len(files), doing="reading plans"):
        if case.plan is None:
            faults += faults_in(case)
            first += faults_in(case)[:1]
        else:
            passages += _passages(desk, case)
    found = list(passages_found(passages, wanted))
    desk.answer(
        lambda: find_view(found, first, " ".join(wanted)), lambda: find_document(found, faults, desk.today), shown_as
    )
    return COULD_NOT if faults else 0


def _of_whom(files: list[PlanFile], words: Sequence[str]) -> tuple[list[PlanFile], Sequence[str]]:
    """The files to look into, and what for: a client's whole id, as the last of several words, is that client."""
    whose = [file for file in files if file.client == words[-1]] if len(words) > 1 else []
    return (whose, words[:-1]) if whose else (files, words)


def _passages(desk: Desk, case: CasePlan) -> list[Passage]:
    """What the plan says as of the day; a note that can't be read is told."""
    if case.plan is None or not was_there(desk, case.plan):
        return []
    plan = desk.case(case.plan).plan
    notes, problems = linked_notes(desk.practice, plan)
    for problem in problems:
        desk.say(clean(f"{plan.client}: {problem}"))
    return list(passages_of(plan, notes))
