"""How often an intervention was used, and what moved meanwhile: beside each other, not because of each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from goalctl.analysis.case import Case
from goalctl.analysis.figures import counted, score_text
from goalctl.analysis.progress.raters import judges_of
from goalctl.analysis.progress.series import Series
from goalctl.model.goal import Intervention
from goalctl.model.ids import CLIENT_RATER, goal_id_of
from goalctl.model.session import Session
from goalctl.views.words.phase import phase_of


def use_words(case: Case, full_id: str, entries: Sequence[Session]) -> str:
    """`9 of 17 sessions, last on 2026-06-01`; or that it was not used, and why it could not be.

    An intake or a call counts among them only where it was used.
    """
    item = case.plan.scorables[full_id.rpartition(".")[0]]
    held = [entry for entry in entries if _could_use(entry, full_id)]
    used = [entry for entry in held if full_id in entry.used]
    if used:
        return f"{len(used)} of {counted(len(held), 'session')}, last on {used[-1].date}"
    phase = phase_of(case, item)
    if not phase.is_begun:
        return f"not used: {item.id} is {phase.value}"
    if not held:
        return "no session was held"
    return "not in the one session" if len(held) == 1 else f"not in any of {len(held)} sessions"


def meanwhile_words(case: Case, full_id: str, entries: Sequence[Session]) -> str:
    """How the scores of its objective, else of its goal, went from its first use on; empty where nothing tells."""
    days = [entry.date for entry in entries if full_id in entry.used]
    if not days:
        return ""
    objective = full_id.rpartition(".")[0]
    return _moved(case, objective, days[0]) or _moved(case, goal_id_of(objective), days[0])


def _moved(case: Case, item_id: str, first: date) -> str:
    """Of several whose scores decide, each by name."""
    deciding = case.once(judges_of, item_id).deciding
    went = [(series, words) for series in deciding if (words := _went(series, first))]
    if not went:
        return ""
    (only, words), *others = went
    target = f", target {only.target_words}" if only.target is not None else ""
    if others:
        return f"{item_id}: {'; '.join(f'{series.rater} {words}' for series, words in went)}{target}"
    whose = "" if only.rater == CLIENT_RATER else f" by {only.rater}"
    return f"{item_id}{whose}: {words}{target}"


def _went(series: Series, first: date) -> str:
    """From the score of that day, or the one before it, to the last; empty where none came after."""
    if not series.points or series.measure.kind == "done":
        return ""
    before = [point for point in series.points if point.day <= first]
    start, last = before[-1] if before else series.points[0], series.points[-1]
    if last.day <= start.day:
        return ""
    return f"{score_text(start.value)} to {score_text(last.value)}"


def is_claimed_but_unused(case: Case, full_id: str, found: Intervention, entries: Sequence[Session]) -> bool:
    """Whether a document would name it as treatment although no session of these says that it was used."""
    item = case.plan.scorables[full_id.rpartition(".")[0]]
    held = [entry for entry in entries if _could_use(entry, full_id) and (not found.on or entry.date >= found.on)]
    return bool(held) and phase_of(case, item).is_begun and not any(full_id in entry.used for entry in held)


def _could_use(entry: Session, full_id: str) -> bool:
    return entry.kind.is_sitting or (entry.kind.client_was_seen and full_id in entry.used)
