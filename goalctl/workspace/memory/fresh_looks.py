"""Why plans need a look today, from the plans themselves where the memory of the day does not know them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from goalctl.workspace.memory.looks import Look, Looks, remember_looks
from goalctl.workspace.store.caseload import case_plan
from goalctl.workspace.store.practice import Practice
from goalctl.workspace.store.scan import PlanFile

Watched = Callable[[list[PlanFile]], Iterable[PlanFile]]


def fresh_looks(
    practice: Practice, files: tuple[PlanFile, ...], known: Looks, *, today: date, watched: Watched
) -> dict[str, Look | None]:
    """The look of every plan that can be read, by file name, worst reason only; all of them are remembered.

    `watched` goes through the files that have to be read, and may show how far it has come.
    """
    looks = {file.name: known.known[file.name][1] for file in files if known.knows(file)}
    for file in watched([file for file in files if file.name not in looks]):
        looks[file.name] = _look(practice, file, today)
    remember_looks(practice.root, today, ((file, looks[file.name]) for file in files))
    return looks


def _look(practice: Practice, file: PlanFile, today: date) -> Look | None:
    plan = case_plan(practice, file).plan
    if plan is None:
        return None  # its faults are told with what is due
    concerns = [concern for concern in practice.case(plan, today=today).concerns if not concern.kind.is_about_risk]
    if not concerns:
        return None
    worst, *others = concerns
    rank, _, day, _ = worst.urgency
    return Look(rank, day.isoformat(), plan.client, worst.kind.value, worst.because, len(others))
